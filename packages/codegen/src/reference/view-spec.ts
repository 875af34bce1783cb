import type { OpenApiDocument } from '../load-spec.js';
import { lookUp } from '../spec-diff/json-node.js';
import type { BodyView, Marked, OperationView, ParameterView, SchemaView, SpecView } from './spec-view.js';

type Node = Readonly<Record<string, unknown>>;
const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Reads what the reference pages show. */
export function viewSpec(document: OpenApiDocument): SpecView {
  const resolve = resolverOf(document);
  const view = (paths: Readonly<Record<string, Node>>): OperationView[] =>
    Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method] !== undefined)
        .map((method) => viewOperation(method, path, item, resolve)),
    );
  const { webhooks = {} } = document as OpenApiDocument & { webhooks?: Readonly<Record<string, Node>> };
  return { operations: view(document.paths), webhooks: view(webhooks), resolve };
}

/** Replaces a reference by what it leads to, with what stands beside it. */
type Resolve = <T extends object>(value: T) => T;

function resolverOf(document: OpenApiDocument): Resolve {
  return <T extends object>(value: T): T => {
    const { $ref, ...beside } = value as T & { $ref?: string };
    if ($ref === undefined) return value;
    return { ...(lookUp(document as unknown as Node, $ref) as T), ...(beside as unknown as T) };
  };
}

interface MediaType {
  readonly schema?: SchemaView;
  readonly examples?: Readonly<Record<string, Node>>;
}

function viewBody(content: unknown, resolve: Resolve): BodyView | undefined {
  const media = (content as Record<string, MediaType> | undefined)?.['application/json'];
  if (media?.schema === undefined) return undefined;
  const named = Object.entries(media.examples ?? {});
  return {
    schema: media.schema,
    examples: Object.fromEntries(named.map(([name, example]) => [name, resolve(example)['value']])),
  };
}

function viewOperation(method: string, path: string, item: Node, resolve: Resolve): OperationView {
  const operation = item[method] as Node;
  const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? value : []);
  const responses = Object.entries((operation['responses'] ?? {}) as Record<string, Node>);
  return {
    ...(operation as Marked),
    method: method.toUpperCase(),
    path,
    operationId: String(operation['operationId']),
    summary: String(operation['summary'] ?? path),
    description: String(operation['description'] ?? ''),
    tag: list<string>(operation['tags'])[0] ?? 'Other',
    sources: list<unknown>(operation['x-oms-source'] ?? []).map(String),
    parameters: [
      ...list<ParameterView>(item['parameters']),
      ...list<ParameterView>(operation['parameters']),
    ].map(resolve),
    body: viewBody(resolve((operation['requestBody'] ?? {}) as Node)['content'], resolve),
    responses: responses.map(([status, response]) => {
      const { description, content, ...marks } = resolve(response);
      return {
        ...(marks as Marked),
        status,
        description: String(description ?? ''),
        body: viewBody(content, resolve),
      };
    }),
  };
}
