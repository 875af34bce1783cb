import { type ApiResponse, jsonResponse } from './message.js';

/** One entry of an error's `details`. */
export interface RefusalDetail {
  /** Dotted, such as `body.residentialAddress.country`. */
  readonly location: string;
  readonly code: string;
  readonly message: string;
}

/** Why a request gets an error from the mock server itself. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly details?: readonly RefusalDetail[];
  readonly headers?: Readonly<Record<string, string>>;
}

const codes: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'authentication_failed',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  409: 'state_conflict',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  417: 'expectation_failed',
  422: 'validation_failed',
  429: 'rate_limited',
  431: 'headers_too_large',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  508: 'unavailable',
};

/** Puts a refusal into the API's error shape, `ApiErrorBody` in the spec. */
export function refuse(requestId: string, { status, message, details, headers }: Refusal): ApiResponse {
  const code = codes[status] ?? (status < 500 ? 'invalid_request' : 'internal_error');
  const body = { code, message, requestId, details };
  return { ...jsonResponse(status, body, headers), isUnchecked: true };
}
