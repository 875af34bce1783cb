import type { OpenApiDocument } from './load-spec.js';

/** One operation of the spec, with what the generators ask of it. */
export interface SpecOperation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  /** Names of its header parameters. */
  readonly headers: readonly string[];
  /** Its own security requirements; `[]` for none at all, `undefined` when the document's apply. */
  readonly security: readonly unknown[] | undefined;
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
        };
      }),
  );
}

function headerNames({ components }: OpenApiDocument, parameters: readonly RawParameter[]): string[] {
  return parameters
    .map(({ $ref, ...own }) => {
      const name = $ref?.split('/').pop();
      return name === undefined ? own : (components['parameters']?.[name] as RawParameter);
    })
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => parameter.name ?? '');
}
