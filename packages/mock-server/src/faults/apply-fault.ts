import { type ApiResponse, isBodiless } from '../http/message.js';
import { refuse } from '../http/refusal.js';
import type { FaultRule } from './fault-rule.js';

/** A rule about requests that puts something else in the place of their response. */
export type OutcomeRule = Exclude<
  FaultRule,
  { readonly kind: 'latency' | 'clock-skew' | 'duplicate-delivery' }
>;

const page = (status: number) =>
  `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>An injected fault.</p></body></html>\n`;

const message = 'An injected fault.';

/** The response that goes out in place of the one there was, or would have been. */
export function responseWithFault(rule: OutcomeRule, response: ApiResponse, requestId: string): ApiResponse {
  switch (rule.kind) {
    case 'reset-before':
    case 'reset-after':
      return { ...response, cut: { how: 'reset', afterBytes: undefined } };
    case 'reset-in-body':
      return { ...response, cut: { how: 'reset', afterBytes: keptBytes(response, rule.afterBytes) } };
    case 'stalled-body':
      return { ...response, cut: { how: 'stall', afterBytes: keptBytes(response, rule.afterBytes) } };
    case 'truncated-json': {
      const { relayed: _, ...own } = response;
      return { ...own, body: bytesOf(response).subarray(0, keptBytes(response, rule.afterBytes)) };
    }
    case 'html': {
      const { status = 502 } = rule;
      return { status, headers: { 'content-type': 'text/html' }, body: page(status), isUnchecked: true };
    }
    case 'unauthorized':
      return refuse(requestId, { status: 401, message, headers: { 'www-authenticate': 'Bearer' } });
    case 'status':
      return refuse(requestId, { status: rule.status, message, headers: retryAfter(rule.retryAfter) });
    case 'rate-limit':
      return refuse(requestId, { status: 429, message, headers: retryAfter(rule.retryAfter ?? 1) });
  }
}

/** Half of the body by default, and never all of it; undefined where there is no body to cut. */
function keptBytes(response: ApiResponse, wanted: number | undefined): number | undefined {
  const { length } = bytesOf(response);
  return length === 0 ? undefined : Math.min(wanted ?? Math.floor(length / 2), length - 1);
}

function bytesOf({ status, body }: ApiResponse): Uint8Array {
  if (isBodiless(status)) return new Uint8Array();
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

function retryAfter(value: string | number | undefined): Record<string, string> {
  return value === undefined ? {} : { 'retry-after': String(value) };
}

/** A response of an upstream as one of our own, which can be cut and changed; any other response as it is. */
export function detachedResponse({ relayed, ...response }: ApiResponse): ApiResponse {
  if (relayed === undefined) return response;
  const { plainBody, rest } = relayed;
  // Nobody reads on, and the connection to the upstream is not to wait for that.
  rest?.[Symbol.asyncIterator]().return?.();
  const { 'content-length': _, ...headers } = response.headers;
  if (typeof plainBody === 'string') return { ...response, headers };
  const { 'content-encoding': __, ...plain } = headers;
  return { ...response, headers: plain, body: plainBody };
}
