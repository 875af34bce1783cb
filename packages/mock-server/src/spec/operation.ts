import type { JsonObject } from '../json/json-object.js';
import type { SchemaPlace } from './spec-walk.js';

/** Where a parameter stands in a request. */
export type ParameterPlace = 'query' | 'header' | 'path' | 'cookie';

/** A parameter an operation declares. */
export interface Parameter {
  /** As the spec writes it, also for headers. */
  readonly name: string;
  readonly place: ParameterPlace;
  readonly isRequired: boolean;
  readonly allowsEmpty: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: SchemaPlace | undefined;
  /** JSON types the schema names; empty when it names none. */
  readonly types: readonly string[];
  /** JSON types of its items. */
  readonly itemTypes: readonly string[];
}

/** A body as one media type describes it. */
export interface Content {
  /** Type and subtype, lower-case and without parameters. */
  readonly mediaType: string;
  readonly schema: SchemaPlace | undefined;
  /** Named examples in the order of the spec; a lone `example` is named `default`. */
  readonly examples: ReadonlyMap<string, unknown>;
}

/** The body an operation takes. */
export interface RequestBody {
  readonly isRequired: boolean;
  readonly contents: readonly Content[];
}

/** A header that a response declares. */
export interface DeclaredHeader {
  /** Lower-case. */
  readonly name: string;
  readonly isRequired: boolean;
  /** JSON types the schema names; empty when it names none. */
  readonly types: readonly string[];
}

/** One declared response of an operation. */
export interface DeclaredResponse {
  /** A status, a range such as `4XX`, or `default`. */
  readonly code: string;
  readonly contents: readonly Content[];
  readonly headers: readonly DeclaredHeader[];
  /** The example of each declared header that has one, by lower-case name. */
  readonly headerExamples: Readonly<Record<string, string>>;
}

/** An operation of the spec with every reference followed. */
export interface Operation {
  readonly operationId: string | undefined;
  /** Upper-case. */
  readonly method: string;
  /** The path as the spec writes it, below the base path. */
  readonly template: string;
  /** Whether it wants credentials. */
  readonly isSecured: boolean;
  /** Which ones are enough: none, a bearer token alone, or others. */
  readonly credentials: 'none' | 'bearer' | 'other';
  /** Whether the spec marks it as announced and not available yet. */
  readonly isPreview: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly DeclaredResponse[];
}

/** The declaration that covers a status: the status itself before its range before `default`. */
export function responseFor(operation: Operation, status: number): DeclaredResponse | undefined {
  const codes = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  for (const code of codes) {
    const found = operation.responses.find((response) => response.code === code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether values of these JSON types consist of other values. */
export function isComposite(types: readonly string[]): boolean {
  return types.includes('array') || types.includes('object');
}

/** The JSON types that a schema names itself. */
export function typesIn({ type }: JsonObject): string[] {
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}
