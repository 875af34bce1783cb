import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isLoopback } from '../../http/cross-origin.js';
import { isHttpUrl } from '../../option-check.js';

/** The implementation that a proxy asks. */
export interface Upstream {
  /** Scheme, host and port. */
  readonly origin: URL;
  /** Takes the place of the base path of the spec; undefined leaves paths as they are. */
  readonly path: string | undefined;
}

const advice = 'such as https://sandbox-api.polygon.technology/v0.9';

/**
 * Reads the base URL of an implementation. As with nginx, its path takes the place of the base path of the spec, be it a
 * lone slash; without any, paths stay as they are. Throws TypeError for what is no such URL, and for one to which a secret
 * would go in clear, unless that is allowed.
 */
export function readUpstream(text: unknown, allowHttp = false): Upstream {
  if (typeof text !== 'string' || !isHttpUrl(text))
    throw new TypeError(`upstream must be the base URL of the API, http or https, ${advice}`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    throw new TypeError('upstream must not contain a user or password; send credentials in the requests');
  if (url.search !== '' || url.hash !== '')
    throw new TypeError(`upstream must end with its path, without a query, ${advice}`);
  if (isInClear(url) && !allowHttp)
    throw new TypeError(
      'upstream must begin with https:; http: is for loopback, or for allowHttp (--allow-http)',
    );
  const hasPath = /^https?:\/\/[^/]+\//i.test(text);
  return {
    origin: new URL(url.origin),
    path: hasPath ? url.pathname.replace(/(?<!\/)\/+$/, '') : undefined,
  };
}

/** Whether others on the way can read what goes to an URL. */
export function isInClear({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && !isLoopback(hostname);
}

/** The path and query to ask an upstream for. What is not below the base path stays as it is. */
export function targetAt({ path }: Upstream, basePath: string, target: string): string {
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [localPath = ''] = local.split('?');
  const isBelow = localPath === basePath || localPath.startsWith(`${basePath}/`);
  if (path === undefined || !isBelow) return local === '' ? '/' : local;
  const moved = path + local.slice(basePath.length);
  return moved.startsWith('/') ? moved : `/${moved}`;
}

/** A proxy would forward to itself, for ever. */
export class OwnUpstreamError extends TypeError {
  override readonly name = 'OwnUpstreamError';

  constructor() {
    super('upstream is this server itself; give the URL of the API, or choose another port');
  }
}

/** Throws OwnUpstreamError for an upstream that is the proxy which listens at this address. */
export async function refuseOwnUpstream({ origin }: Upstream, bound: AddressInfo): Promise<void> {
  const port = origin.port === '' ? (origin.protocol === 'http:' ? 80 : 443) : Number(origin.port);
  if (port !== bound.port) return;
  const found = await lookup(origin.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  if (found.some(({ address }) => reaches(address, bound.address))) throw new OwnUpstreamError();
}

const everyAddress = ['0.0.0.0', '::'];

/** Whether connections to an address arrive at what is bound to another one. */
function reaches(address: string, bound: string): boolean {
  if (address === bound) return true;
  if (everyAddress.includes(address)) return isLoopback(bound) || everyAddress.includes(bound);
  const ofThisMachine = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const isOwn = isLoopback(address) || ofThisMachine.some((own) => own.address === address);
  return everyAddress.includes(bound) && isOwn;
}
