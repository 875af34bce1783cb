import { type JsonNode, listOf, nodeOf, own, resolve } from './json-node.js';
import type { Body, Marks, Operation, Parameter, Response, Schema, SpecModel } from './spec-model.js';

/** Reads a bundled document, whose references all lead to places within it. */
export function readModel(document: JsonNode): SpecModel {
  const schemas = nodeOf(nodeOf(document['components'])['schemas']) as Readonly<Record<string, Schema>>;
  const resolveSchema = (schema: Schema) => resolve(schema, document) as Schema;
  return {
    document,
    operations: readOperations(document, 'paths'),
    events: readOperations(document, 'webhooks'),
    schemas,
    servers: readServers(document),
    writeOnlyNames: readWriteOnlyNames(schemas, resolveSchema),
    resolve: resolveSchema,
  };
}

/** The name of the component that a reference of the bundled document leads to. */
export function referenceName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The schemas that a schema is made of, except its properties. */
export function partsWithin({
  items,
  additionalProperties,
  allOf = [],
  anyOf = [],
  oneOf = [],
}: Schema): Schema[] {
  const others = [items, additionalProperties].filter((part) => typeof part === 'object');
  return [...others, ...allOf, ...anyOf, ...oneOf];
}

function readServers({ servers }: JsonNode): Record<string, string> {
  const entries = (Array.isArray(servers) ? servers : []).map(nodeOf);
  return Object.fromEntries(
    entries.map((server) => [String(server['x-oms-environment'] ?? server['url']), String(server['url'])]),
  );
}

/** A property is write-only where it is marked, or where the schema it refers to is. */
function readWriteOnlyNames(
  schemas: Readonly<Record<string, Schema>>,
  resolveSchema: SpecModel['resolve'],
): string[] {
  const names = Object.values(schemas).flatMap(({ properties = {} }) =>
    Object.entries(properties)
      .filter(([, property]) => resolveSchema(property).writeOnly === true)
      .map(([name]) => name),
  );
  return [...new Set(names)].sort();
}

const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

/** The operations or the events of a document, in its order. */
function readOperations(document: JsonNode, section: 'paths' | 'webhooks'): Operation[] {
  return Object.entries(nodeOf(document[section])).flatMap(([path, value]) => {
    const item = nodeOf(value);
    const present = methods.filter((method) => own(item, method) !== undefined);
    return present.map((method) => readOperation(document, { section, path, method, item }));
  });
}

interface Place {
  readonly section: 'paths' | 'webhooks';
  readonly path: string;
  readonly method: string;
  readonly item: JsonNode;
}

function readOperation(document: JsonNode, { section, path, method, item }: Place): Operation {
  const isEvent = section === 'webhooks';
  const node = nodeOf(item[method]);
  const requestBody = node['requestBody'] === undefined ? undefined : resolve(node['requestBody'], document);
  const parameters = [...listOf(item['parameters']), ...listOf(node['parameters'])];
  return {
    ...marksOf(node),
    key: `${section} ${method} ${isEvent ? path : path.replace(/\{[^}]*\}/g, '{}')}`,
    name: isEvent ? `event ${path}` : `${method.toUpperCase()} ${path}`,
    isEvent,
    method: method.toUpperCase(),
    path,
    operationId: String(node['operationId']),
    summary: String(node['summary'] ?? path),
    description: String(node['description'] ?? ''),
    tag: String(listOf(node['tags'])[0] ?? 'Other'),
    sources: listOf(node['x-oms-source']).map(String),
    parameters: parameters.map((parameter) => resolve(parameter, document) as unknown as Parameter),
    security: listOf(node['security'] ?? document['security']),
    body: readBody(requestBody, document),
    requestBody,
    responses: Object.entries(nodeOf(node['responses'])).map(([status, response]) =>
      readResponse(status, resolve(response, document), document),
    ),
    node,
  };
}

function readResponse(status: string, node: JsonNode, document: JsonNode): Response {
  return {
    ...marksOf(node),
    status,
    description: String(node['description'] ?? ''),
    body: readBody(node, document),
    node,
  };
}

function readBody(message: JsonNode | undefined, document: JsonNode): Body | undefined {
  const media = nodeOf(nodeOf(message?.['content'])['application/json']);
  if (media['schema'] === undefined) return undefined;
  const named = Object.entries(nodeOf(media['examples']));
  return {
    schema: media['schema'] as Schema,
    examples: Object.fromEntries(named.map(([name, example]) => [name, resolve(example, document)['value']])),
  };
}

function marksOf(node: JsonNode): Marks {
  const isMark = (name: string) => /^x-oms-(?:confidence|confidence-of|curation)$/.test(name);
  return Object.fromEntries(Object.entries(node).filter(([name]) => isMark(name)));
}
