import type { routes } from '../generated/routes.gen.js';
import type { RefusalDetail } from '../http/refusal.js';
import { invalidBody, invalidRequest } from './rules/api-problem.js';

/** The name of an operation the sandbox knows. */
export type OperationId = keyof typeof routes;

type Kind = 'text' | 'boolean' | 'object' | 'list';

const texts = [
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'birthDate',
  'nationality',
  'ipAddress',
  'externalId',
];
const customer: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(texts.map((name) => [name, 'text'] as const)),
  signedAgreement: 'boolean',
  residentialAddress: 'object',
  identifyingInformation: 'list',
  endorsements: 'list',
  metadata: 'object',
};
const endpoint: Readonly<Record<string, Kind>> = { url: 'text', events: 'list', enabled: 'boolean' };

const bodies: Partial<
  Record<
    OperationId,
    { readonly fields: Readonly<Record<string, Kind>>; readonly required: readonly string[] }
  >
> = {
  createToken: { fields: { apiKey: 'text', apiSecret: 'text' }, required: ['apiKey', 'apiSecret'] },
  createCustomer: { fields: { ...customer, type: 'text' }, required: ['type'] },
  updateCustomer: { fields: customer, required: [] },
  createWallet: { fields: { asset: 'text', chain: 'text' }, required: ['asset', 'chain'] },
  createWebhookEndpoint: { fields: endpoint, required: ['url'] },
  updateWebhookEndpoint: { fields: endpoint, required: [] },
  createExternalAccount: { fields: { owner: 'object', bankDetails: 'object' }, required: [] },
};

const keyed: readonly string[] = [
  'createCustomer',
  'createWallet',
  'createWebhookEndpoint',
] satisfies OperationId[];

/** Names of the fields in the body of an operation. */
export function bodyFields(operationId: OperationId): string[] {
  return Object.keys(bodies[operationId]?.fields ?? {});
}

/** Throws a 422 for a body the sandbox cannot work with. What it does not look at, the spec may still forbid. */
export function checkBody(operationId: OperationId, body: unknown): void {
  const problems = bodyProblems(operationId, body);
  if (problems.length > 0) throw invalidBody(problems);
}

/** Everything in a body that the sandbox cannot work with. */
export function bodyProblems(operationId: OperationId, body: unknown): readonly RefusalDetail[] {
  const shape = bodies[operationId];
  if (shape === undefined) return [];
  if (kindOf(body) !== 'object') return [detail('body', 'type', 'Must be an object.')];
  const fields = body as Readonly<Record<string, unknown>>;
  const missing = shape.required
    .filter((name) => fields[name] === undefined)
    .map((name) => detail(`body.${name}`, 'required', 'Is required.'));
  const wrong = Object.entries(shape.fields)
    .filter(([name, kind]) => fields[name] !== undefined && kindOf(fields[name]) !== kind)
    .map(([name, kind]) => detail(`body.${name}`, 'type', `Must be a ${kind}.`));
  return [...missing, ...wrong];
}

/** Throws a 400 for a query or headers the sandbox cannot work with. */
export function checkOutsideBody(
  operationId: OperationId,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): void {
  const limit = query.get('limit');
  if (limit !== null && !/^(?:[1-9][0-9]?|100)$/.test(limit))
    throw invalidRequest([detail('query.limit', 'type', 'Must be a whole number from 1 to 100.')]);
  if (keyed.includes(operationId) && !headers['idempotency-key'])
    throw invalidRequest([detail('header.idempotency-key', 'required', 'Is required.')]);
}

function kindOf(value: unknown): Kind | undefined {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'object' : undefined;
}

function detail(location: string, code: string, message: string): RefusalDetail {
  return { location, code, message };
}
