import { readFileSync } from 'node:fs';
import type { BundledSpec } from '../load/load-spec.js';
import { type JsonNode, nodeOf } from '../model/json-node.js';
import { partsWithin } from '../model/read-model.js';
import type { Parameter, Schema, SpecModel } from '../model/spec-model.js';
import { responseShapes } from './response-shapes.js';

/** First line of every generated source file. */
export const banner = '// Generated from openapi/ by `npm run generate`. Do not edit.\n\n';

/** Which spec the package was built from. */
export function generateSpecVersion({ version, sha256 }: BundledSpec): string {
  return `${banner}/** The spec this package was built from: its version and the SHA-256 of the bundled \`openapi.json\`. */
export const spec = { version: ${literal(version)}, sha256: '${sha256}' } as const;
`;
}

/** What the client must know about servers and single operations. */
export function generateOperationFacts({ model }: BundledSpec): string {
  const { operations, servers } = model;
  const withoutKey = operations.filter(
    (operation) => operation.method === 'POST' && !operation.parameters.some(isKey),
  );
  const withBody = operations.filter(({ responses }) => responses.every(({ status }) => status !== '204'));
  const withoutToken = operations.filter(({ security }) => security.length === 0);
  return `${banner}/** Base URLs of the environments. */
export const servers = ${literal(servers)} as const;

/** Path templates of the POST operations that the spec describes without an \`Idempotency-Key\` header. */
export const postsWithoutIdempotencyKey: readonly string[] = ${literal(withoutKey.map(({ path }) => path))};

/** Operations whose successful response has a body, so never status 204. */
export const operationsWithBody: readonly string[] = ${literal(withBody.map(({ name }) => name))};

/** Operations that take no bearer token. */
export const operationsWithoutToken: readonly string[] = ${literal(withoutToken.map(({ name }) => name))};
`;
}

/** The method of the client for each operation, from which Studio writes calls. */
export function generateClientMethods(
  { operations }: SpecModel,
  methods: readonly { readonly name: string; readonly http: string }[],
): string {
  const names = operations.flatMap(({ operationId, name }) => {
    const method = methods.find(({ http }) => http === name);
    return method === undefined ? [] : [[operationId, method.name]];
  });
  return `${banner}/** The method of the client that calls an operation. Its arguments are the path parameters, then the body or the query. */
export const methods: Readonly<Record<string, string>> = ${literal(Object.fromEntries(names))};
`;
}

/** Which events a webhook handler may call back for. */
export function generateWebhookEventNames({ model }: BundledSpec): string {
  return `${banner}/** Names of the events that the spec describes. */
export const webhookEventNames: readonly string[] = ${literal(model.events.map(({ path }) => path))};
`;
}

/** What the sandbox must know about each operation: where it is, and what a request for it has to have. */
export function generateSandboxOperations({ model }: BundledSpec): string {
  const { operations } = model;
  const routes = operations.map(({ operationId, name }) => [operationId, name]);
  const bodies = operations.flatMap(({ operationId, body, requestBody }) =>
    body === undefined
      ? []
      : [[operationId, { isRequired: requestBody?.['required'] === true, ...bodyShape(body.schema, model) }]],
  );
  const withKey = operations.filter(({ parameters }) => parameters.some((one) => isKey(one) && one.required));
  return `${banner}/** Method and path template of each operation. */
export const routes = ${literal(Object.fromEntries(routes))} as const;

/** The JSON body of a request: its fields by what each may be, such as \`text\` or \`list or null\`. */
interface RequestBody {
  readonly isRequired: boolean;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of the fields that it cannot be without. */
  readonly required: readonly string[];
}

/** The bodies of the operations that take one. */
export const bodies: Readonly<Record<string, RequestBody>> = ${literal(Object.fromEntries(bodies))};

/** Operations that need an \`Idempotency-Key\` header. */
export const operationsWithKey: readonly string[] = ${literal(withKey.map(({ operationId }) => operationId))};
`;
}

/** What the sandbox makes an event from that is sent on demand. */
export function generateEventExamples({ model }: BundledSpec): string {
  const examples = model.events.map(({ path, body }) => [path, Object.values(body?.examples ?? {})[0]]);
  return `${banner}/** The first example of each event. */
export const eventExamples: Readonly<Record<string, object>> = ${literal(Object.fromEntries(examples))};
`;
}

/** What the client must never hand out. */
export function generateRedactionTable({ model }: BundledSpec): string {
  return `${banner}/** Properties that are taken in and never given back: identity data and secrets. */
export const writeOnlyNames: readonly string[] = ${literal(model.writeOnlyNames)};
`;
}

/** What an error may call the part of a request that was refused. */
export function generateFieldNames({ model }: BundledSpec): string {
  return `${banner}/** Names of the parameters and of everything in the bodies of requests. */
export const fieldNames: readonly string[] = ${literal(requestFieldNames(model))};
`;
}

/** What responses may look like, to notice those that do not. */
export function generateResponseShapes({ model }: BundledSpec): string {
  const { shapes, responses } = responseShapes(model);
  return `${banner}${shapeSource}
/** Shapes by the name of their schema. */
export const shapes: Readonly<Record<string, Shape>> = ${literal(shapes)};

/** Shapes of the responses by operation and statuses, which are joined by commas. */
export const responses: Readonly<Record<string, Readonly<Record<string, Shape>>>> = ${literal(responses)};
`;
}

function isKey(parameter: Parameter): boolean {
  return parameter.in === 'header' && parameter.name === 'Idempotency-Key';
}

/** The fields of an object and of what it combines, and which of them it cannot be without. */
function bodyShape(
  schema: Schema,
  model: SpecModel,
): { readonly fields: Record<string, string>; readonly required: string[] } {
  const { properties = {}, required = [], allOf = [] } = model.resolve(schema);
  const parts = allOf.map((part) => bodyShape(part, model));
  const own = Object.entries(properties).map(([name, field]) => [name, kindsOf(model.resolve(field))]);
  return {
    fields: Object.assign({}, ...parts.map(({ fields }) => fields), Object.fromEntries(own)),
    required: [...parts.flatMap((part) => part.required), ...required],
  };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'number',
  array: 'list',
};

/** What a value of a schema may be, in the words of the sandbox. */
function kindsOf({ type }: Schema): string {
  const types = type === undefined ? ['anything'] : [type].flat();
  return [...new Set(types.map((name) => kinds[name] ?? name))].join(' or ');
}

/** The declaration of `Shape` as it stands in the sources: the client gets a copy of it. */
const shapeSource = readFileSync(new URL('shape.ts', import.meta.url), 'utf8');

const literal = (value: unknown): string => JSON.stringify(value, null, 2);

/** The version of a package, for its `User-Agent` and `--version`. */
export function generatePackageVersion(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as { version: string };
  return `${banner}/** The version in package.json. */\nexport const packageVersion = '${version}';\n`;
}

/** Names of all parameters and of all properties in bodies of requests, sorted. */
function requestFieldNames({ operations, resolve }: SpecModel): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();

  const collect = (schema: Schema | undefined): void => {
    if (typeof schema !== 'object' || (schema.$ref !== undefined && seen.has(schema.$ref))) return;
    if (schema.$ref !== undefined) seen.add(schema.$ref);
    const whole = resolve(schema);
    const { properties = {} } = whole;
    for (const name of Object.keys(properties)) names.add(name);
    for (const part of [...Object.values(properties), ...partsWithin(whole)]) collect(part);
  };

  for (const { parameters, body } of operations) {
    for (const { name, schema } of parameters) {
      names.add(name);
      collect(schema);
    }
    collect(body?.schema);
  }
  return [...names].sort();
}

const portableNote =
  'This is the portable flavour of the document: where the API may add values, a schema is `anyOf` of the values that are ' +
  'known and of any other, for generators that take an enum for all values there will ever be.';

/** The spec for the generators of others, which do not read `x-oms-open-enum`: pretty-printed JSON with a final newline. */
export function generatePortableSpec({ json }: BundledSpec): string {
  const document = opened(JSON.parse(json)) as JsonNode;
  const info = nodeOf(document['info']);
  const description = [info['description'], portableNote].filter((text) => text !== undefined).join('\n\n');
  return `${JSON.stringify({ ...document, info: { ...info, description } }, null, 2)}\n`;
}

/** The same value, in which every schema that takes more values than it lists says so in plain JSON Schema. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, opened(child)] as const);
  const { type, enum: values, ...rest }: JsonNode = Object.fromEntries(entries);
  const { 'x-oms-open-enum': isOpen, 'x-oms-known-values': known, ...others } = rest;
  if (isOpen === true) return { ...others, anyOf: [{ type, enum: values }, { type }] };
  // Beside an enum that is not open, known values only say what it lists.
  if (!Array.isArray(known) || values !== undefined) return Object.fromEntries(entries);
  return { ...others, anyOf: [{ type, enum: known }, { type }] };
}
