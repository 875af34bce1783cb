import { lookUp } from '../../codegen/src/model/json-node.js';
import { listOperations, readSpec } from './spec.js';

type Json = Readonly<Record<string, unknown>>;

const spec = readSpec() as unknown as Json;

/**
 * What the spec says about one part of it, in the words that `documented/pages.json` uses: an operation (`createCustomer`),
 * an event (`event wallet.depositDetected`), a server (`server sandbox`), or, after the name of an operation or event, a
 * response (`201`), a parameter (`query.email`) or a value in a body (`request.endorsements[]`, `200.wallets[].id`).
 * `missing` where the spec has no such part.
 */
export function statementOf(name: string): object | 'missing' {
  const [first = '', second = '', third] = name.split(' ');
  if (first === 'server') return serverCalled(second);
  const found = first === 'event' ? eventCalled(second) : operationCalled(first);
  const part = first === 'event' ? third : second;
  if (found === undefined) return 'missing';
  return part === undefined || part === '' ? found : partOf(found, part);
}

function serverCalled(environment: string): object | 'missing' {
  const servers = spec['servers'] as Json[];
  return servers.find((server) => server['x-oms-environment'] === environment) ?? 'missing';
}

function eventCalled(name: string): Json | undefined {
  return objectIn(objectIn(spec['webhooks'])?.[name])?.['post'] as Json | undefined;
}

function operationCalled(operationId: string): Json | undefined {
  const found = listOperations(readSpec()).find((operation) => operation.operationId === operationId);
  if (found === undefined) return undefined;
  const { node, method, path, security, 'x-oms-confidence': confidence } = found;
  return { ...node, method, path, security, confidence };
}

function partOf(operation: Json, part: string): object | 'missing' {
  const [place = '', ...below] = part.split('.');
  if (['query', 'header', 'path'].includes(place)) return parameterOf(operation, place, below.join('.'));
  const holder = place === 'request' ? operation['requestBody'] : objectIn(operation['responses'])?.[place];
  if (holder === undefined) return 'missing';
  const media = objectIn(objectIn(resolved(holder)['content'])?.['application/json']);
  if (media === undefined) return below.length === 0 ? {} : 'missing';
  return valueAt(media['schema'], below);
}

function parameterOf(operation: Json, place: string, name: string): object | 'missing' {
  const parameters = ((operation['parameters'] ?? []) as unknown[]).map(resolved);
  const found = parameters.find((parameter) => parameter['in'] === place && parameter['name'] === name);
  if (found === undefined) return 'missing';
  return { ...wordsOf(found['schema']), required: found['required'] === true };
}

function valueAt(schema: unknown, steps: readonly string[]): object | 'missing' {
  const [step, ...rest] = steps;
  if (step === undefined) return wordsOf(schema);
  const property = objectIn(resolved(schema)['properties'])?.[step.replace('[]', '')];
  if (property === undefined) return 'missing';
  return valueAt(step.endsWith('[]') ? resolved(property)['items'] : property, rest);
}

/** What a schema says about a value; `values` are those of an enum or constant. */
function wordsOf(schema: unknown): object {
  const { enum: listed, const: constant, required, 'x-oms-known-values': known, ...rest } = resolved(schema);
  const values = listed ?? (constant === undefined ? undefined : [constant]);
  return { ...rest, values, knownValues: known, requiredFields: [...((required ?? []) as string[])].sort() };
}

/** A part with its reference followed and what it is made of merged in. */
function resolved(value: unknown): Json {
  const { $ref: reference, allOf = [], ...own } = objectIn(value) ?? {};
  const target = typeof reference === 'string' ? resolved(lookUp(spec, reference)) : {};
  return [...(allOf as unknown[]).map(resolved), target, own].reduce(merge, {});
}

function merge(left: Json, right: Json): Json {
  const properties = { ...objectIn(left['properties']), ...objectIn(right['properties']) };
  return { ...left, ...right, ...(Object.keys(properties).length > 0 && { properties }) };
}

const objectIn = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as Json) : undefined;
