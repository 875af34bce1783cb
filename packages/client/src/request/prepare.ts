import { InvalidArgumentError } from '../errors/oms-error.js';
import type { UntypedInit } from '../options.js';
import type { CallOptions } from './call-options.js';
import type { RequestRecord } from './pipeline.js';
import { fillPath, writeQuery } from './url.js';
import { writeBody } from './write-body.js';

/** One call, before it is written out. */
export interface Call {
  readonly baseUrl: string;
  readonly method: string;
  /** Path template, such as `/customers/{customerId}`. */
  readonly template: string;
  readonly init: UntypedInit | null | undefined;
  readonly options: CallOptions;
}

/**
 * Makes the request of a call, checked and complete but for what the steps add.
 *
 * @throws {InvalidArgumentError} for what cannot be sent.
 */
export function prepare({ baseUrl, method, template, init, options }: Call): RequestRecord {
  const { params, body: given } = init ?? {};
  checkMethod(method, given);
  const url = baseUrl + fillPath(template, params?.path) + writeQuery(params?.query);
  const body = given === undefined ? undefined : writeBody(given);
  const headers =
    body === undefined ? options.headers : { 'content-type': 'application/json', ...options.headers };
  const operation = `${method} ${template}`;
  const { limits, middleware, waitUntil } = options;
  return {
    method,
    template,
    operation,
    url,
    headers,
    body,
    attempt: 1,
    limits,
    middleware,
    waitUntil,
    memory: { hasRenewedToken: false },
  };
}

/** A runtime's own error for a bad method quotes it, and some runtimes change its case. */
function checkMethod(method: string, body: unknown): void {
  if (typeof method !== 'string' || !/^(?!CONNECT$|TRACE$|TRACK$)[A-Z]{3,7}$/.test(method)) {
    throw new InvalidArgumentError('method', 'method must be an HTTP method in upper case, such as GET.');
  }
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw new InvalidArgumentError('body', `A ${method} cannot have a body; use params.query.`);
  }
}
