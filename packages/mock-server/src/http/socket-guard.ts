import { randomBytes, timingSafeEqual } from 'node:crypto';
import { hostnameOf, hostOfPage, isForeignPage, isLoopback, type OwnHosts } from './cross-origin.js';
import type { RawRequest } from './message.js';
import type { Refusal } from './refusal.js';

type RequestHead = Pick<RawRequest, 'method' | 'target' | 'headers'>;

/** What a server lets in through its socket. */
interface SocketGuardOptions {
  /** The address it is bound to. */
  readonly address: string;
  readonly ownHosts: OwnHosts;
  /** The token that was chosen for the admin routes. */
  readonly adminToken: string | undefined;
  /** Whether a request target is an admin route that shows or changes something. */
  readonly isSteering: (target: string) => boolean;
}

/**
 * Decides which requests a socket takes, before anything else sees them. A page on any site can send requests to this
 * machine: across origins, or from a name of its own that it has rebound to loopback.
 */
export class SocketGuard {
  readonly #options: SocketGuardOptions;
  readonly #isLoopbackOnly: boolean;
  /** A `Host` header of this server: nearly every request has the one of the request before. */
  #ownHost: string | undefined;
  /** What admin routes want; undefined where only this machine can reach them. */
  readonly adminToken: string | undefined;

  constructor(options: SocketGuardOptions) {
    this.#options = options;
    this.#isLoopbackOnly = isLoopback(options.address);
    this.adminToken = options.adminToken ?? (this.#isLoopbackOnly ? undefined : newToken());
  }

  /** Why a request is refused; undefined for one that is taken. */
  refusal(request: RequestHead): Refusal | undefined {
    if (isStartPageVisit(request)) return undefined;
    if (!this.#isForOwnHost(request)) return foreignHost;
    if (this.#isFromElsewhere(request)) return foreignPage;
    return this.#mayUse(request) ? undefined : missingToken;
  }

  /** Where others can reach the server, they do so by names it does not know. */
  #isForOwnHost({ target, headers: { host } }: RequestHead): boolean {
    const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(target) ?? [];
    const names = [host, authority].filter((name) => name !== undefined);
    return !this.#isLoopbackOnly || names.every((name) => this.#isOwnHost(name));
  }

  #isOwnHost(name: string): boolean {
    if (name === this.#ownHost) return true;
    const isOwn = this.#options.ownHosts.has(hostnameOf(name));
    if (isOwn) this.#ownHost = name;
    return isOwn;
  }

  #isFromElsewhere({ headers }: RequestHead): boolean {
    const { origin, host = '', 'sec-fetch-site': site } = headers;
    if (origin === undefined) return site === 'cross-site';
    if (!isForeignPage({ headers }, this.#options.ownHosts)) return false;
    const own = hostnameOf(host);
    return this.#isLoopbackOnly || own === undefined || own !== hostOfPage(origin);
  }

  #mayUse({ method, target, headers: { authorization = '' } }: RequestHead): boolean {
    // A browser asks whether a page may send the token without sending it.
    if (this.adminToken === undefined || method === 'OPTIONS' || !this.#options.isSteering(target))
      return true;
    const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${this.adminToken}`)];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

/** Whether somebody opens the start page, which holds no data, in a window: by hand or from a page anywhere. */
function isStartPageVisit({ method, target, headers }: RequestHead): boolean {
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return method === 'GET' && /^\/(?:\?|$)/.test(target) && isVisit && headers['origin'] === undefined;
}

function newToken(): string {
  return randomBytes(24).toString('base64url');
}

const advice = 'The option allowHost (--allow-host) names more hosts.';

const foreignHost: Refusal = {
  status: 403,
  message: `This server takes no requests for the host that was asked for. ${advice}`,
};

const foreignPage: Refusal = {
  status: 403,
  message: `This server takes no requests of pages from elsewhere. ${advice}`,
};

const missingToken: Refusal = {
  status: 401,
  message: 'Admin routes need the admin token of this server, as in Authorization: Bearer <token>.',
  headers: { 'www-authenticate': 'Bearer' },
};
