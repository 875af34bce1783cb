import type { Operation, SpecModel } from '../model/spec-model.js';
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
  const fields = fieldsOf(operation, spec).map((field) => `${name}.${field}`);
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
  if (name !== 'params') return literal(ids.shift() ?? 'id');
  const [body = {}] = Object.values(operation.body?.examples ?? {});
  return literal(body);
}

const exampleOf = ({ example, schema }: Operation['parameters'][number]): unknown =>
  example ?? schema?.examples?.[0];

function fieldsOf({ responses }: Operation, spec: SpecModel): string[] {
  const success = responses.find(({ status }) => status.startsWith('2'))?.body?.schema ?? {};
  const { properties = {} } = spec.resolve(success);
  const known = printable.filter((name) => Object.hasOwn(properties, name));
  return known.length > 0 ? known : Object.keys(properties).slice(0, 1);
}

/** A value as it is written in TypeScript, with two spaces a level. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([name, item]) => `${propertyName(name)}: ${literal(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${entries.join(', ')}${close}`;
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  if (line.length <= 60 && !line.includes('\n')) return line;
  return `${open.trim()}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent}${close.trim()}`;
}

const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)}'`;
}
