import { bodies, operationsWithKey, type routes } from '../generated/operations.gen.js';
import type { RefusalDetail } from '../http/refusal.js';
import { invalidBody, invalidRequest } from './rules/api-problem.js';

/** The name of an operation the sandbox knows. */
export type OperationId = keyof typeof routes;

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
  if (shape === undefined || (body === undefined && !shape.isRequired)) return [];
  if (kindOf(body) !== 'object') return [detail('body', 'type', 'Must be an object.')];
  const fields = body as Readonly<Record<string, unknown>>;
  const missing = shape.required
    .filter((name) => fields[name] === undefined)
    .map((name) => detail(`body.${name}`, 'required', 'Is required.'));
  const wrong = Object.entries(shape.fields)
    .filter(([name, kinds]) => fields[name] !== undefined && !isOneOf(kinds, fields[name]))
    .map(([name, kinds]) => detail(`body.${name}`, 'type', `Must be ${article(kinds)} ${kinds}.`));
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
  if (operationsWithKey.includes(operationId) && !headers['idempotency-key'])
    throw invalidRequest([detail('header.idempotency-key', 'required', 'Is required.')]);
}

/** Whether a value is one of the kinds in a text such as `list or null`. */
function isOneOf(kinds: string, value: unknown): boolean {
  return kinds === 'anything' || kinds.split(' or ').includes(kindOf(value));
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function article(kinds: string): string {
  return kinds.startsWith('object') ? 'an' : 'a';
}

function detail(location: string, code: string, message: string): RefusalDetail {
  return { location, code, message };
}
