import { METHODS } from 'node:http';
import type { ApiRequest, ApiResponse } from '../http/message.js';
import { refuse } from '../http/refusal.js';
import type { Mode } from '../modes/mode.js';
import { entryOf } from '../violations/code-table.js';
import { type Finding, toViolation, type Violation } from '../violations/violation.js';

const methods = new Set(METHODS);

/** Of several things wrong, the earlier one in this list decides the status. */
const order = [414, 404, 405, 413, 401, 417, 406, 415, 400, 422];

const messages: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  401: 'The credentials are missing or not valid.',
  404: 'There is no such path. Check the base path, the id in it, and a slash at its end.',
  405: 'The path does not have this method.',
  406: 'The Accept header allows no media type of this operation. Send application/json, or leave it out.',
  413: 'The request body is too large: it may have 1 MB.',
  414: 'The URL is too long. Send long values in a body.',
  415: 'The request body is of a kind this operation does not take. Send JSON with Content-Type: application/json, uncompressed.',
  417: 'The Expect header asks for something that cannot be met.',
  422: 'The request body is not valid.',
};

/** A request, its response, and everything in them that breaks the contract. */
export interface Exchange {
  readonly response: ApiResponse;
  readonly operationId?: string;
  readonly method: string;
  /** The path as the spec writes it, or what may be shown of one it does not know. */
  readonly path: string;
  readonly violations: readonly Violation[];
  /** What was thrown in place of a response. It may hold anything, so it is not to be shown. */
  readonly failure?: unknown;
}

/** What an exchange was about, safe to show. */
export interface ExchangeSubject {
  readonly operationId?: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly responseBlame?: 'server' | 'spec';
  /** Puts a refusal into a response, where the mode has its own errors. */
  readonly refuse?: Mode['refuse'];
}

/** Puts an exchange together; a method that HTTP does not know is not shown. */
export function exchangeOf(
  subject: ExchangeSubject,
  response: ApiResponse,
  findings: readonly Finding[],
): Exchange {
  const { operationId, path, responseBlame = 'server' } = subject;
  const method = methods.has(subject.method) ? subject.method : '(unknown)';
  const context = operationId === undefined ? { method, path } : { operationId, method, path };
  const violations = findings.map((finding) => toViolation(finding, { ...context, responseBlame }));
  return { ...context, response, violations };
}

/** What a mode threw in place of a response. */
export interface ForwardFailure {
  readonly failure: unknown;
}

/** The response of a mode, or what it threw. Never rejects. */
export async function forwardSafely(mode: Mode, request: ApiRequest): Promise<ApiResponse | ForwardFailure> {
  try {
    return await mode.forward(request);
  } catch (failure) {
    return { failure };
  }
}

const failed: Finding = {
  code: 'response.handler-failed',
  location: ['status'],
  message: 'The mock server failed while preparing the response.',
};

/** An exchange whose response the mock server failed to make: its own mistake, whoever responds in this mode. */
export function failedExchange(
  subject: ExchangeSubject,
  id: string,
  findings: readonly Finding[],
  { failure }: ForwardFailure,
): Exchange {
  const message = 'The mock server failed while preparing the response. Its warning on stderr says where.';
  const response = refuse(id, { status: 500, message });
  return { ...exchangeOf({ ...subject, responseBlame: 'server' }, response, [...findings, failed]), failure };
}

/** An exchange with a request that breaks the contract; `allowed` are the methods of its path. */
export function refusedExchange(
  subject: ExchangeSubject,
  id: string,
  findings: readonly Finding[],
  allowed: readonly string[] = [],
): Exchange {
  const status =
    order.find((candidate) => findings.some(({ code }) => entryOf(code).status === candidate)) ?? 400;
  const details = findings.map(({ code, location, message }) => {
    return { location: location.join('.'), code: code.slice(code.lastIndexOf('.') + 1), message };
  });
  const headers = headersFor(status, allowed);
  const credentials = status === 401 && findings.find(({ code }) => code === 'request.security');
  const message = credentials ? credentials.message : messageFor(status, allowed);
  const { refuse: refuseIn = refuse } = subject;
  const response = refuseIn(id, { status, message, details, headers });
  return exchangeOf(subject, response, findings);
}

function messageFor(status: number, allowed: readonly string[]): string {
  const methods = status === 405 ? ` It has ${allowed.join(', ')}.` : '';
  return (messages[status] ?? '') + methods;
}

function headersFor(status: number, allowed: readonly string[]): Record<string, string> {
  if (status === 405) return { allow: allowed.join(', ') };
  return status === 401 ? { 'www-authenticate': 'Bearer' } : {};
}
