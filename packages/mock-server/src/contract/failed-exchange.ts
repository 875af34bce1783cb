import type { ApiRequest } from '../http/api-request.js';
import type { ApiResponse } from '../http/api-response.js';
import type { RawRequest } from '../http/raw-request.js';
import { refuse } from '../http/refusal.js';
import type { Mode } from '../modes/mode.js';
import type { Finding } from '../violations/violation.js';
import { type Exchange, type ExchangeSubject, exchangeOf } from './exchange.js';

/** What a mode threw in place of a response. */
export interface ForwardFailure {
  readonly failure: unknown;
}

/** The response of a mode, or what it threw. Never rejects. */
export async function forwardSafely(
  { forward }: Mode,
  request: ApiRequest,
  raw: RawRequest,
): Promise<ApiResponse | ForwardFailure> {
  try {
    return await forward(request, raw);
  } catch (failure) {
    return { failure };
  }
}

const failed: Finding = {
  code: 'response.handler-failed',
  location: ['status'],
  message: 'The mock server failed while preparing the response.',
};

/** An exchange that the mock server itself failed to answer: its own mistake, whoever answers in this mode. */
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
