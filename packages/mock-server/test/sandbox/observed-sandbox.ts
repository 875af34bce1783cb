import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished } from 'vitest';

/** What the sandbox answered. */
export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** The body as it came. */
  readonly text: string;
}

/** Sends a request with the token; a POST gets a key of its own unless one is given. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** The moment every sandbox in a test begins. */
export const begin = Date.parse('2026-11-21T10:00:00Z');

export const alice = {
  type: 'individual',
  firstName: 'Alice',
  lastName: 'Martin',
  email: 'alice@example.com',
  phone: '+12125551234',
  birthDate: '1990-05-15',
  nationality: 'US',
  externalId: 'usr_7890',
  signedAgreement: true,
};
export const documents = {
  residentialAddress: {
    line1: '123 Main St',
    city: 'New York',
    state: 'NY',
    country: 'US',
    zipCode: '10001',
  },
  identifyingInformation: [{ type: 'passport', issuingCountry: 'US', number: 'X0000000' }],
};

/** A sandbox with a token. When the test ends, no message of the server may have broken the contract. */
export async function observedSandbox(
  seed = 1,
  options: MockServerOptions = {},
): Promise<{ server: MockServer; send: Send }> {
  const server = await startMockServer({
    mode: 'sandbox',
    listen: false,
    seed,
    now: () => begin,
    ...options,
  });
  onTestFinished(() => expect(server.violations.filter(({ blame }) => blame !== 'client')).toEqual([]));
  const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
  let key = 0;
  const send: Send = async (method, path, body, headers = {}) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const fresh = method === 'POST' ? { 'idempotency-key': `key-${++key}` } : {};
    const init = { method, headers: { ...json, ...fresh, ...authorization, ...headers } };
    const response = await server.fetch(server.url + path, {
      ...init,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Reply['body'], text };
  };
  let authorization: Record<string, string> = {};
  const { body } = await send('POST', '/auth/token', credentials, { 'idempotency-key': 'unused' });
  authorization = { authorization: `Bearer ${String(body['accessToken'])}` };
  return { server, send };
}
