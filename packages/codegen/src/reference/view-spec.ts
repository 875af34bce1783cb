import type { OpenApiDocument } from '../load-spec.js';
import type { BodyView, Marked, OperationView, ParameterView, SchemaView, SpecView } from './spec-view.js';

type Node = Readonly<Record<string, unknown>>;
const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** Reads what the reference pages show. */
export function viewSpec(document: OpenApiDocument): SpecView {
  const resolve = <T extends object>(value: T): T => {
    const { $ref, ...beside } = value as T & { $ref?: string };
    if ($ref === undefined) return value;
    const steps = $ref
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const target = steps.reduce<unknown>((node, step) => (node as Node | undefined)?.[step], document);
    return { ...(target as T), ...(beside as unknown as T) };
  };
  const body = (content: unknown): BodyView | undefined => {
    const media = (
      content as Record<string, { schema?: SchemaView; examples?: Record<string, Node> }> | undefined
    )?.['application/json'];
    if (media?.schema === undefined) return undefined;
    const named = Object.entries(media.examples ?? {});
    return {
      schema: media.schema,
      examples: Object.fromEntries(named.map(([name, example]) => [name, resolve(example)['value']])),
    };
  };
  const view = (paths: Readonly<Record<string, Node>>): OperationView[] =>
    Object.entries(paths).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method] !== undefined)
        .map((method) => viewOperation(method, path, item, { resolve, body })),
    );
  const { webhooks = {} } = document as OpenApiDocument & { webhooks?: Readonly<Record<string, Node>> };
  return { operations: view(document.paths), webhooks: view(webhooks), resolve };
}

interface Reader {
  readonly resolve: <T extends object>(value: T) => T;
  readonly body: (content: unknown) => BodyView | undefined;
}

function viewOperation(method: string, path: string, item: Node, { resolve, body }: Reader): OperationView {
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
    body: body(resolve((operation['requestBody'] ?? {}) as Node)['content']),
    responses: responses.map(([status, response]) => {
      const { description, content, ...marks } = resolve(response);
      return { ...(marks as Marked), status, description: String(description ?? ''), body: body(content) };
    }),
  };
}
