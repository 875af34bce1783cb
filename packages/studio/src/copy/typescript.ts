import type { WholeExchange } from '../admin-api.js';
import { methods } from '../generated/client-methods.gen.js';
import { Literals, quoted } from './literal.js';
import { jsonOf } from './steps.js';

/** Stands in a recorded body where a value was masked. */
const masked = '***';

/** Fields that are masked, as an expression for those of a made-up person. */
const madeUp: Readonly<Record<string, string>> = {
  birthDate: 'people.complete.birthDate',
  ipAddress: 'people.complete.ipAddress',
  residentialAddress: 'people.complete.residentialAddress',
  identifyingInformation: 'people.complete.identifyingInformation',
  apiKey: 'process.env.OMS_API_KEY',
  apiSecret: 'process.env.OMS_API_SECRET',
};

/** A call of the client that sends what was sent. Masked values become those of a made-up person. */
export function callOf(exchange: WholeExchange, literals: Literals, client = 'oms'): string {
  const { operationId = '', method, target, path, request } = exchange;
  const [pathname = '', search = ''] = target.split('?');
  const body = jsonOf(request);
  const name = methods[operationId];
  const sent = body === undefined ? undefined : literals.write(body, (at) => expressionFor(body, at));
  if (name === undefined) {
    const options = sent === undefined ? '' : `, { body: ${sent} }`;
    return `${client}.request(${quoted(method)}, ${quoted(belowBase(target, path))}${options})`;
  }
  const query = Object.fromEntries(
    [...new URLSearchParams(search)].map(([key, value]) => [key, key === 'limit' ? Number(value) : value]),
  );
  const parameters = pathParameters(pathname, path).map((value) => literals.write(value));
  const last = sent ?? (search === '' ? undefined : literals.write(query));
  return `${client}.${name}(${[...parameters, ...(last === undefined ? [] : [last])].join(', ')})`;
}

/** The values in a path, by the template of the spec. */
function pathParameters(pathname: string, template: string): string[] {
  const words = template.split('/').reverse();
  const given = pathname.split('/').reverse();
  return words
    .flatMap((word, index) => (word.startsWith('{') ? [decodeURIComponent(given[index] ?? '')] : []))
    .reverse();
}

/** A target without the base path that the base URL of a client holds already. */
function belowBase(target: string, template: string): string {
  const [pathname = '', search] = target.split('?');
  const depth = template.split('/').length - 1;
  const below = `/${pathname.split('/').slice(-depth).join('/')}`;
  return search === undefined ? below : `${below}?${search}`;
}

/** What stands in place of a masked field: below the first one that is masked, or holds nothing else. */
function expressionFor(body: unknown, at: readonly string[]): string | undefined {
  const [field = '', ...rest] = at;
  if (rest.length > 0 || field === '') return undefined;
  return isMasked(Reflect.get(Object(body), field)) ? madeUp[field] : undefined;
}

function isMasked(value: unknown): boolean {
  if (value === masked) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(isMasked);
}

/** Exchanges as a program. */
export function programOf(exchanges: readonly WholeExchange[], origin: string, basePath: string): string {
  const literals = new Literals();
  const lines = exchanges
    .filter(({ operationId }) => operationId !== 'createToken')
    .map((exchange) => `await ${callOf(exchange, literals)};`);
  const usesPeople = lines.some((line) => line.includes('people.'));
  return [
    "import { OmsClient } from '@oms-sdk/client';",
    ...(usesPeople ? ["import { people } from '@oms-sdk/mock-server/people';"] : []),
    '',
    `const oms = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: ${quoted(origin + basePath)} });`,
    '',
    ...lines,
    '',
  ].join('\n');
}
