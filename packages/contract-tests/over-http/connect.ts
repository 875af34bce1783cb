import { type ClientOptions, type FetchLike, OmsClient } from '@oms-sdk/client';
import type { Dialect } from '@oms-sdk/mock-server/sandbox';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of a mock server in `sandbox` mode, shared by all tests: none may expect to be alone on it. */
    readonly sandboxUrl: string;
    /** How that sandbox reads the API. */
    readonly dialect: Dialect;
    /** Base URL of a mock server in `mock` mode. */
    readonly mockUrl: string;
  }
}

/** What the sandbox takes for the key and secret of an integrator. */
export const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

/** A client whose answers are noted: what the server found wrong in each exchange, `0` when nothing. */
export interface WatchedClient {
  readonly oms: OmsClient;
  readonly verdicts: readonly string[];
}

/** A client of the shared sandbox. */
export function sandboxClient(options: ClientOptions = {}): WatchedClient {
  return watchedClient(inject('sandboxUrl'), options);
}

/** A client of the shared mock server. */
export function mockClient(options: ClientOptions = {}): WatchedClient {
  return watchedClient(inject('mockUrl'), options);
}

/** A name nobody else uses, for what a test creates. */
export function uniqueName(prefix: string): string {
  return `${prefix}_${crypto.randomUUID()}`;
}

function watchedClient(baseUrl: string, { fetch: send = fetch, ...options }: ClientOptions): WatchedClient {
  const verdicts: string[] = [];
  const watch: FetchLike = async (url, init) => {
    const response = await send(url, init);
    verdicts.push(response.headers.get('x-oms-violations') ?? 'not checked');
    return response;
  };
  const own = { ...credentials, baseUrl, dangerouslyAllowBrowser: true };
  return { oms: new OmsClient({ ...own, ...options, fetch: watch }), verdicts };
}
