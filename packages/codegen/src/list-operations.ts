import type { OpenApiDocument } from './load-spec.js';
import { referenceName } from './reference-name.js';

/** One operation of the spec, with what the generators ask of it. */
export interface SpecOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  /** Names of its header parameters. */
  readonly headers: readonly string[];
  /** Its own security requirements; `[]` for none at all, `undefined` when the document's apply. */
  readonly security: readonly unknown[] | undefined;
  /** Its responses by status, in place or by reference. */
  readonly responses: Readonly<Record<string, SpecResponse>>;
}

/** A response by media type, in place or by reference. */
export interface SpecResponse {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface RawParameter {
  readonly $ref?: string;
  readonly in?: string;
  readonly name?: string;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly RawParameter[];
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, SpecResponse>>;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Every operation of the spec, in the spec's order. */
export function listOperations(document: OpenApiDocument): SpecOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = item[method] as RawOperation;
        const shared = (item['parameters'] ?? []) as readonly RawParameter[];
        return {
          method: method.toUpperCase(),
          path,
          operationId: operation.operationId,
          headers: headerNames(document, [...shared, ...(operation.parameters ?? [])]),
          security: operation.security,
          responses: operation.responses,
        };
      }),
  );
}

function headerNames({ components }: OpenApiDocument, parameters: readonly RawParameter[]): string[] {
  return parameters
    .map(({ $ref, ...own }) => {
      return $ref === undefined ? own : (components['parameters']?.[referenceName($ref)] as RawParameter);
    })
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => parameter.name ?? '');
}
