import type { Operation, Parameter, Schema, SpecModel } from '../model/spec-model.js';
import type { ClientMethod, MethodParameter } from './sources.js';

/** Fields worth printing; none of them is personal or secret. */
const printable = ['id', 'status', 'expiresIn', 'balance', 'data'];

/** In characters; longer lines would be cut on the page. */
const longestArguments = 34;

/** A whole program that makes one call, with the first named example of the spec as its body. */
export function snippet(method: ClientMethod, operation: Operation, spec: SpecModel): string {
  return `import { OmsClient } from '@oms-sdk/client';

const oms = new OmsClient(); // reads OMS_API_KEY and OMS_API_SECRET

${callOf(method, operation, spec)}
`;
}

function callOf(method: ClientMethod, operation: Operation, spec: SpecModel): string {
  const ids = operation.parameters.filter((parameter) => parameter.in === 'path').map(exampleOf);
  const given = method.parameters.map((parameter) => argumentOf(parameter, operation, ids));
  const call = `oms.${method.name}${list(given.filter((text) => text !== ''))}`;
  const [kind = '', types = ''] = /^(\w+)<(.*)>$/.exec(method.returnType)?.slice(1) ?? [];
  const model = types.split(', ').at(-1) ?? '';
  const name = model.replace(/^./, (letter) => letter.toLowerCase());
  if (model === 'undefined') return `await ${call};\nconsole.log('done');`;
  if (kind === 'PagePromise') {
    return `for await (const ${name} of ${call}) {\n  console.log(${name}.id);\n}`;
  }
  const fields = printedFields(operation, spec).map((field) => `${name}.${field}`);
  return `const ${name} = await ${call};\nconsole.log(${fields.join(', ')});`;
}

/** Arguments on one line if they fit beside the call, else one on each line. */
function list(given: readonly string[]): string {
  const line = `(${given.join(', ')})`;
  const [first = ''] = line.split('\n');
  const indented = given.map((text) => `\n  ${text.replaceAll('\n', '\n  ')},`);
  return first.length <= longestArguments ? line : `(${indented.join('')}\n)`;
}

function argumentOf({ name, isOptional }: MethodParameter, operation: Operation, ids: unknown[]): string {
  if (isOptional) return '';
  if (name !== 'params') return literal(ids.shift() ?? 'id', typescript);
  return literal({ ...requiredQuery(operation), ...Object(exampleBody(operation)) }, typescript);
}

/** The value that the spec shows for a parameter. */
export const exampleOf = ({ example, schema }: Parameter): unknown => example ?? schema?.examples?.[0];

/** The query parameters that a call cannot do without, with the values that the spec shows. */
export function requiredQuery({ parameters }: Operation): Record<string, unknown> {
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  return Object.fromEntries(required.map((parameter) => [parameter.name, exampleOf(parameter)]));
}

/** A value that a program reads from its environment. */
class Variable {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** What no program has in its text. */
const credentials = { apiKey: new Variable('OMS_API_KEY'), apiSecret: new Variable('OMS_API_SECRET') };

/** The first named example of the body, with credentials from the environment; `undefined` without one. */
export function exampleBody({ body }: Operation): unknown {
  const [first] = Object.values(body?.examples ?? {});
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return first;
  const known = Object.entries(credentials).filter(([name]) => Object.hasOwn(first, name));
  return { ...first, ...Object.fromEntries(known) };
}

/** Whether a body contains values that the program reads from its environment. */
export const readsEnvironment = (body: unknown): boolean =>
  Object.values(Object(body)).some((value) => value instanceof Variable);

/** The fields of a successful response that a program prints. */
export function printedFields(operation: Operation, spec: SpecModel): string[] {
  const names = propertiesOf(successOf(operation)?.schema ?? {}, spec);
  const known = printable.filter((name) => names.includes(name));
  return known.length > 0 ? known : names.slice(0, 1);
}

/** The body of the successful response. */
export const successOf = ({ responses }: Operation) =>
  responses.find(({ status }) => status.startsWith('2'))?.body;

/** Names of the properties of a schema and of those it is made of. */
export function propertiesOf(schema: Schema, spec: SpecModel): string[] {
  const { properties = {}, allOf = [] } = spec.resolve(schema);
  return [...allOf.flatMap((part) => propertiesOf(part, spec)), ...Object.keys(properties)];
}

/** How a language writes values. */
export interface Notation {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string;
  readonly variable: (name: string) => string;
  /** For those it does not write as JSON does. */
  readonly words: Readonly<Record<string, string>>;
  /** What follows the last entry of several lines. */
  readonly end: string;
  /** How far each level is indented. */
  readonly step: string;
  /** Between a brace and what is beside it on a line. */
  readonly padding: string;
}

const typescript: Notation = {
  text: quote,
  name: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)),
  variable: (name) => `process.env['${name}'] ?? ''`,
  words: {},
  end: ',',
  step: '  ',
  padding: ' ',
};

/** A value as a language writes it, on one line if it is short. */
export function literal(value: unknown, notation: Notation, indent = ''): string {
  if (value instanceof Variable) return notation.variable(value.name);
  if (typeof value === 'string') return notation.text(value);
  if (typeof value !== 'object' || value === null) {
    const word = JSON.stringify(value);
    return notation.words[word] ?? word;
  }
  const inner = indent + notation.step;
  const { padding } = notation;
  const entries = Array.isArray(value)
    ? value.map((item) => literal(item, notation, inner))
    : Object.entries(value).map(
        ([name, item]) => `${notation.name(name)}: ${literal(item, notation, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : [`{${padding}`, `${padding}}`];
  const line = `${open}${entries.join(', ')}${close}`;
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  if (line.length <= 60 && !line.includes('\n')) return line;
  const lines = entries.join(`,\n${inner}`);
  return `${open.trim()}\n${inner}${lines}${notation.end}\n${indent}${close.trim()}`;
}

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)}'`;
}
