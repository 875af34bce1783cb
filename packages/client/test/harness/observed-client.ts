import type { ClientOptions } from '@oms-sdk/client';
import { OmsClient } from '@oms-sdk/client';
import { example } from './example.js';
import { json } from './responses.js';

/** The key and secret every test client has. */
export const credentials = example<{ apiKey: string; apiSecret: string }>('token-create-sandbox');

/** A request as the client passed it to `fetch`. */
export interface ObservedRequest {
  readonly method: string;
  readonly url: string;
  /** What follows the version in the URL, query included. */
  readonly path: string;
  readonly headers: Record<string, string>;
  /** The JSON that was sent. */
  readonly body: unknown;
  readonly init: RequestInit;
}

type Reply = (request: ObservedRequest, index: number) => Response | Promise<Response>;

/** How a test wants its client. */
export interface ObservedClientOptions extends ClientOptions {
  /** Responds to token exchanges; by default with the spec's example. */
  readonly exchange?: Reply;
}

/** A client that retries nothing and whose `fetch` is `reply`, what it sent, and apart from that the token exchanges it made. */
export function observedClient(reply: Reply = () => json({}), options: ObservedClientOptions = {}) {
  const requests: ObservedRequest[] = [];
  const exchanges: ObservedRequest[] = [];
  const { exchange = () => json(example('token')), ...rest } = options;
  const fetch = async (url: string, init: RequestInit) => {
    const request = observe(url, init);
    const [seen, respond] = url.endsWith('/auth/token') ? [exchanges, exchange] : [requests, reply];
    seen.push(request);
    return respond(request, seen.length - 1);
  };
  return { client: new OmsClient({ ...credentials, fetch, maxRetries: 0, ...rest }), requests, exchanges };
}

function observe(url: string, init: RequestInit): ObservedRequest {
  const { method = '', body, headers } = init;
  return {
    method,
    url,
    path: url.replace(/^https?:\/\/[^/]+\/v0\.9/, ''),
    headers: headers as Record<string, string>,
    body: typeof body === 'string' ? JSON.parse(body) : body,
    init,
  };
}
