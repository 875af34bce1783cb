import type { ApiResponse, RawRequest } from './message.js';

type RequestHead = Pick<RawRequest, 'method' | 'headers'>;

/** Whether a host is this machine alone, as a name, an address, or the bracketed form of a URL. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:::ffff:)?127(?:\.[0-9]{1,3}){3}|::1|\[::1\])$/.test(host);
}

/** The hosts whose pages may use this server: those of this machine, and those that were allowed. */
export class OwnHosts {
  readonly #allowed: ReadonlySet<string | undefined>;

  constructor(allowed: readonly string[]) {
    this.#allowed = new Set(allowed.map(hostnameOf));
  }

  has(hostname: string | undefined): boolean {
    if (hostname === undefined) return false;
    return isLoopback(hostname) || hostname.endsWith('.localhost') || this.#allowed.has(hostname);
  }
}

/** The name in a `Host` header as a URL has it, without its port; undefined for what names no host. */
export function hostnameOf(host: string): string | undefined {
  if (!/^(?:[^\s/?#@\\:[\]]+|\[[0-9a-f:.]+\])(?::[0-9]*)?$/i.test(host)) return undefined;
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : undefined;
}

/** The response to the question of a browser whether a page may send a request; undefined for every other request. */
export function preflightResponse(
  { method, headers }: RequestHead,
  ownHosts: OwnHosts,
): ApiResponse | undefined {
  const {
    origin,
    'access-control-request-method': wanted,
    'access-control-request-headers': names,
  } = headers;
  if (method !== 'OPTIONS' || wanted === undefined || !isOwnPage(origin, ownHosts)) return undefined;
  const allowed = {
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    'access-control-allow-headers': names ?? '',
    'access-control-max-age': '600',
  };
  return { status: 204, headers: allowed, body: '' };
}

/** Headers that let a page of this machine read a response. A page from elsewhere has no business with it. */
export function crossOriginHeaders(
  { headers: { origin } }: Pick<RequestHead, 'headers'>,
  ownHosts: OwnHosts,
): ApiResponse['headers'] {
  if (origin === undefined || !isOwnPage(origin, ownHosts)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': '*',
    vary: 'origin',
  };
}

/** Whether a page from elsewhere asks: it may send a simple request without a preflight, and must not steer this server. */
export function isForeignPage(
  { headers: { origin } }: Pick<RequestHead, 'headers'>,
  ownHosts: OwnHosts,
): boolean {
  return origin !== undefined && !isOwnPage(origin, ownHosts);
}

/** The name of the host in an `Origin` header; undefined where it names none. */
export function hostOfPage(origin: string): string | undefined {
  return URL.canParse(origin) ? hostnameOf(new URL(origin).host) : undefined;
}

function isOwnPage(origin: string | undefined, ownHosts: OwnHosts): boolean {
  return origin !== undefined && ownHosts.has(hostOfPage(origin));
}
