import { isLoopback } from '../addresses.js';
import type { ApiResponse, RawRequest } from './message.js';

type Asked = Pick<RawRequest, 'method' | 'headers'>;

/** The response to the question of a browser whether a page may send a request; undefined for every other request. */
export function preflightResponse({ method, headers }: Asked): ApiResponse | undefined {
  const {
    origin,
    'access-control-request-method': wanted,
    'access-control-request-headers': names,
  } = headers;
  if (method !== 'OPTIONS' || wanted === undefined || !isOwnPage(origin)) return undefined;
  const allowed = {
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    'access-control-allow-headers': names ?? '',
    'access-control-max-age': '600',
  };
  return { status: 204, headers: allowed, body: '' };
}

/** Headers that let a page of this machine read a response. A page from elsewhere has no business with it. */
export function crossOriginHeaders({ headers: { origin } }: Asked): ApiResponse['headers'] {
  if (origin === undefined || !isOwnPage(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': '*',
    vary: 'origin',
  };
}

/** Whether a page from elsewhere asks: it may send a simple request without a preflight, and must not steer this server. */
export function isForeignPage({ headers: { origin } }: Asked): boolean {
  return origin !== undefined && !isOwnPage(origin);
}

function isOwnPage(origin = ''): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}
