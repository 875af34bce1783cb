/** A schema of the spec, in place or by reference. */
export interface SchemaView {
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
  readonly items?: SchemaView;
  readonly properties?: Readonly<Record<string, SchemaView>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly SchemaView[];
  readonly oneOf?: readonly SchemaView[];
  readonly allOf?: readonly SchemaView[];
  readonly writeOnly?: boolean;
  readonly examples?: readonly unknown[];
  readonly 'x-oms-open-enum'?: boolean;
  readonly 'x-oms-known-values'?: readonly string[];
  readonly 'x-oms-confidence'?: string;
  readonly 'x-oms-confidence-of'?: Readonly<Record<string, string>>;
  readonly 'x-oms-curation'?: string | readonly string[];
}

/** How sure a part of the spec is, and where that is argued. */
export type Marked = Pick<SchemaView, 'x-oms-confidence' | 'x-oms-confidence-of' | 'x-oms-curation'>;

/** A parameter of an operation. */
export interface ParameterView extends Marked {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: SchemaView;
  readonly example?: unknown;
}

/** A body by its schema and its named examples. */
export interface BodyView {
  readonly schema: SchemaView;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** A response of an operation. */
export interface ResponseView extends Marked {
  readonly status: string;
  readonly description: string;
  readonly body: BodyView | undefined;
}

/** An operation or a webhook as its page shows it. */
export interface OperationView extends Marked {
  readonly method: string;
  /** Path template, or the name of an event. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: string;
  readonly sources: readonly string[];
  readonly parameters: readonly ParameterView[];
  readonly body: BodyView | undefined;
  readonly responses: readonly ResponseView[];
}

/** The spec with all references followed. */
export interface SpecView {
  readonly operations: readonly OperationView[];
  readonly webhooks: readonly OperationView[];
  /** What a reference leads to, with what stands beside it; anything else as it is. */
  readonly resolve: (schema: SchemaView) => SchemaView;
}
