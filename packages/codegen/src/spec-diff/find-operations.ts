import { type JsonNode, listOf, nodeOf, own } from './json-node.js';

/** An operation or event of a document. */
export interface FoundOperation {
  /** Its name for people: `GET /customers/{customerId}` or `event wallet.provisioned`. */
  readonly name: string;
  readonly isEvent: boolean;
  /** The path template; the name of the event. */
  readonly path: string;
  readonly operation: JsonNode;
  /** The parameters of the path and its own. */
  readonly parameters: readonly unknown[];
  /** The security requirements that hold for it. */
  readonly security: unknown;
}

const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

/** Operations and events by what identifies them: the method and the path without the names of its parameters. */
export function findOperations(document: JsonNode): Map<string, FoundOperation> {
  return new Map([...findIn(document, 'paths'), ...findIn(document, 'webhooks')]);
}

function findIn(document: JsonNode, section: 'paths' | 'webhooks'): [string, FoundOperation][] {
  const isEvent = section === 'webhooks';
  return Object.entries(nodeOf(document[section])).flatMap(([path, value]) => {
    const item = nodeOf(value);
    const present = methods.filter((method) => own(item, method) !== undefined);
    return present.map((method): [string, FoundOperation] => {
      const operation = nodeOf(item[method]);
      const key = `${section} ${method} ${isEvent ? path : path.replace(/\{[^}]*\}/g, '{}')}`;
      const name = isEvent ? `event ${path}` : `${method.toUpperCase()} ${path}`;
      const parameters = [...listOf(item['parameters']), ...listOf(operation['parameters'])];
      const security = operation['security'] ?? document['security'] ?? [];
      return [key, { name, isEvent, path, operation, parameters, security }];
    });
  });
}
