import type { JsonNode } from './json-node.js';

/** How sure a statement of the spec is, the surest first. */
export const confidences = ['documented', 'inferred', 'preview', 'third-party', 'precedent'] as const;

/** One of `confidences`. */
export type Confidence = (typeof confidences)[number];

/** How sure a part of the spec is, and where that is argued. */
export interface Marks {
  readonly 'x-oms-confidence'?: string;
  /** Of single keywords, such as `pattern`. */
  readonly 'x-oms-confidence-of'?: Readonly<Record<string, string>>;
  readonly 'x-oms-curation'?: string | readonly string[];
}

/** A schema of the spec, in place or by reference. */
export interface Schema extends Marks {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly writeOnly?: boolean;
  readonly examples?: readonly unknown[];
  readonly 'x-oms-open-enum'?: boolean;
  readonly 'x-oms-known-values'?: readonly string[];
}

/** A parameter of an operation, its reference followed. */
export interface Parameter extends Marks {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** A body by its schema and the values of its named examples. */
export interface Body {
  readonly schema: Schema;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** A response of an operation, its reference followed. */
export interface Response extends Marks {
  readonly status: string;
  readonly description: string;
  /** Its JSON body. */
  readonly body: Body | undefined;
  /** The response as the spec describes it. */
  readonly node: JsonNode;
}

/** An operation that clients call, or an event that OMS sends. */
export interface Operation extends Marks {
  /** Equal for what is the same operation on the wire: the method, and the path without the names of its parameters. */
  readonly key: string;
  /** Its name for people: `GET /customers/{customerId}` or `event wallet.provisioned`. */
  readonly name: string;
  readonly isEvent: boolean;
  /** In upper case. */
  readonly method: string;
  /** Path template, or the name of an event. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly sources: readonly string[];
  /** Those of the path, then its own. */
  readonly parameters: readonly Parameter[];
  /** The security requirements that hold for it; empty when it needs no credentials. */
  readonly security: readonly unknown[];
  /** Its JSON request body. */
  readonly body: Body | undefined;
  /** The request body as the spec describes it, its reference followed. */
  readonly requestBody: JsonNode | undefined;
  readonly responses: readonly Response[];
  /** The operation as the spec describes it. */
  readonly node: JsonNode;
}

/** The spec as everything in this repository reads it, with its references followed. */
export interface SpecModel {
  readonly document: JsonNode;
  readonly operations: readonly Operation[];
  readonly events: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Base URLs by environment. */
  readonly servers: Readonly<Record<string, string>>;
  /** Names of the properties that are sent and never returned, sorted. */
  readonly writeOnlyNames: readonly string[];
  /** What a reference leads to, with what stands beside it; anything else as it is. */
  readonly resolve: (schema: Schema) => Schema;
}
