import { referenceName } from '../model/read-model.js';
import type { Operation, Parameter, SpecModel } from '../model/spec-model.js';
import {
  exampleBody,
  exampleOf,
  literal,
  type Notation,
  printedFields,
  propertiesOf,
  readsEnvironment,
  requiredQuery,
  successOf,
} from './snippet.js';

/**
 * A call with curl: the first named example of the spec as its body, the rest from the environment. The body comes from
 * standard input, because every user of a machine can read the arguments of its processes.
 */
export function curlSnippet(operation: Operation): string {
  const { method, address, headers, body } = requestOf(operation);
  const implied = body === undefined ? 'GET' : 'POST';
  const lines = [
    `curl -sS --fail-with-body${method === implied ? '' : ` -X ${method}`} "$OMS_BASE_URL${inDoubleQuotes(address)}"`,
    ...(headers.isAuthorized ? ['-H "Authorization: Bearer $OMS_ACCESS_TOKEN"'] : []),
    ...headers.others.map(([name, value]) => `-H '${inSingleQuotes(`${name}: ${value}`)}'`),
    ...(headers.hasKey ? [`-H "${keyHeader}: $OMS_IDEMPOTENCY_KEY"`] : []),
    ...(body === undefined ? [] : [`-d @- ${hereDocument(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

/** The same with nothing but the standard library of Python. */
export function pythonSnippet(operation: Operation, spec: SpecModel): string {
  const { method, address, headers, body } = requestOf(operation);
  const fields = [
    ...(headers.isAuthorized ? ['"Authorization": "Bearer " + os.environ["OMS_ACCESS_TOKEN"]'] : []),
    ...headers.others.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    ...(headers.hasKey ? [`"${keyHeader}": str(uuid.uuid4())`] : []),
  ];
  const [first = '', ...more] = fields;
  const given = more.length === 0 ? `{${first}}` : `{\n        ${fields.join(',\n        ')},\n    }`;
  const lines = [
    `os.environ["OMS_BASE_URL"] + ${JSON.stringify(address)}`,
    ...(method === 'GET' ? [] : [`method="${method}"`]),
    ...(fields.length === 0 ? [] : [`headers=${given}`]),
    ...(body === undefined ? [] : [`data=json.dumps(${literal(body, python, '    ')}).encode()`]),
  ];
  const isRead = successOf(operation) !== undefined;
  const modules = [
    ...(isRead || body !== undefined ? ['json'] : []),
    'os',
    ...(headers.hasKey ? ['uuid'] : []),
  ];
  return `${modules.map((module) => `import ${module}`).join('\n')}
from urllib.request import Request, urlopen

request = Request(
    ${lines.join(',\n    ')},
)
with urlopen(request, timeout=30) as response:
    ${isRead ? readResponse(operation, spec) : 'print(response.status)'}`;
}

/** Reads the JSON of a response and prints what it is about. */
function readResponse(operation: Operation, spec: SpecModel): string {
  const schema = successOf(operation)?.schema ?? {};
  const name = variableName(schema.$ref);
  const items = spec.resolve(schema).properties?.['data'];
  const item = spec.resolve(items ?? {}).items ?? {};
  const read = `${name} = json.load(response)\n`;
  if (propertiesOf(item, spec).includes('id')) {
    const one = variableName(item.$ref, 'item');
    return `${read}for ${one} in ${name}["data"]:  # of the first page\n    print(${one}["id"])`;
  }
  const fields = printedFields(operation, spec).map((field) => `${name}[${JSON.stringify(field)}]`);
  return `${read}print(${fields.join(', ')})`;
}

/** `webhook_endpoint` for a reference to `WebhookEndpoint`. */
function variableName(reference: string | undefined, otherwise = 'body'): string {
  if (reference === undefined) return otherwise;
  const words = referenceName(reference).replace(/(?<=[a-z0-9])[A-Z]/g, '_$&');
  return words.toLowerCase().replace(/\W+/g, '_');
}

/** The request of an operation as it goes over the wire. */
function requestOf(operation: Operation) {
  const { method, path, parameters, security } = operation;
  const body = exampleBody(operation);
  const inPath = new Map(
    parameters.filter((parameter) => parameter.in === 'path').map((one) => [one.name, exampleOf(one)]),
  );
  const filled = path.replace(/\{([^}]*)\}/g, (_, name) => String(inPath.get(name) ?? 'id'));
  const query = Object.entries(requiredQuery(operation)).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  const sent = parameters.filter(({ in: place, name }) => place === 'header' && name !== keyHeader);
  const json: [string, string][] = body === undefined ? [] : [['Content-Type', 'application/json']];
  return {
    method,
    address: encodeURI(filled) + (query.length === 0 ? '' : `?${query.join('&')}`),
    headers: {
      isAuthorized: security.length > 0,
      hasKey: takesIdempotencyKey(operation),
      others: [...json, ...sent.map(headerOf)],
    },
    body,
  };
}

const headerOf = (parameter: Parameter): [string, string] => [
  parameter.name,
  String(exampleOf(parameter) ?? ''),
];

const keyHeader = 'Idempotency-Key';

/** Whether a program of the operation sends a key, which is no example: it must be another one for each write. */
export const takesIdempotencyKey = ({ parameters }: Operation): boolean =>
  parameters.some(({ in: place, name }) => place === 'header' && name === keyHeader);

const inSingleQuotes = (text: string): string => text.replaceAll("'", `'\\''`);
const inDoubleQuotes = (text: string): string => text.replace(/[$`"\\]/g, '\\$&');

/** JSON as a shell passes it to standard input; variables are read only where the body has some. */
function hereDocument(body: unknown): string {
  const isExpanded = readsEnvironment(body);
  const text = (value: string) => {
    const inJson = JSON.stringify(value);
    return isExpanded ? inJson.replace(/[$`\\]/g, '\\$&') : inJson;
  };
  const variable = (name: string) => `"$${name}"`;
  const json: Notation = { text, name: text, variable, words: {}, end: '', step: '  ', padding: ' ' };
  return `<<${isExpanded ? 'EOF' : "'EOF'"}\n${literal(body, json)}\nEOF`;
}

/** A text of JSON is one of Python too. */
const python: Notation = {
  text: (text) => JSON.stringify(text),
  name: (name) => JSON.stringify(name),
  variable: (name) => `os.environ["${name}"]`,
  words: { true: 'True', false: 'False', null: 'None' },
  end: ',',
  step: '    ',
  padding: '',
};
