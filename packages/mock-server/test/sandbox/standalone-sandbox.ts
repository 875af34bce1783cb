import {
  type CreateSandboxOptions,
  createSandbox,
  type StandaloneSandbox,
} from '@oms-sdk/mock-server/sandbox';
import { begin, type Reply, type Send } from './observed-sandbox.js';

/** A sandbox without a server, and a way to ask it with a token. */
export interface AskedSandbox {
  readonly sandbox: StandaloneSandbox;
  readonly send: Send;
  readonly authorization: string;
}

let key = 0;

/** A sandbox alone, with a token unless one is given; a POST gets a key of its own unless one is given. */
export async function standaloneSandbox(
  options: CreateSandboxOptions = {},
  token?: string,
): Promise<AskedSandbox> {
  const sandbox = createSandbox({ now: () => begin, ...options });
  const send: Send = async (method, path, body, headers = {}) => {
    const fresh = method === 'POST' ? { 'idempotency-key': `standalone-${++key}` } : {};
    const response = await sandbox.fetch(`https://sandbox.example/v0.9${path}`, {
      method,
      headers: { authorization, ...fresh, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Reply['body'], text };
  };
  let authorization = token ?? '';
  if (token === undefined) {
    const { body } = await send('POST', '/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'example' });
    authorization = `Bearer ${String(body['accessToken'])}`;
  }
  return { sandbox, send, authorization };
}
