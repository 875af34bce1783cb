import type { MockServer } from '@oms-sdk/mock-server';
import { type Known, type SoundCall, soundCalls } from './sound-calls.js';

/** What is in a filled sandbox, and how to call it. */
export interface FilledSandbox {
  readonly known: Known;
  /** Value of the `Authorization` header. */
  readonly authorization: string;
  readonly ask: (call: SoundCall) => Promise<Response>;
}

/** Puts two customers, a wallet and an endpoint into a sandbox. */
export async function fillSandbox(sandbox: MockServer): Promise<FilledSandbox> {
  const token = await read(await askWith(sandbox, 'Bearer none', soundCalls.createToken()));
  const authorization = `Bearer ${token['accessToken']}`;
  const ask = (call: SoundCall) => askWith(sandbox, authorization, call);
  const make = async (call: SoundCall) => (await read(await ask(call)))['id'] ?? '';
  const endpointId = await make(soundCalls.createWebhookEndpoint());
  const customerId = await make(soundCalls.createCustomer());
  sandbox.sandbox.advance(1000);
  await make({ method: 'POST', path: '/customers', body: { type: 'individual' } });
  const wallet = { asset: 'usdc', chain: 'polygon' };
  const walletId = await make({ method: 'POST', path: `/customers/${customerId}/wallets`, body: wallet });
  return { known: { customerId, walletId, endpointId }, authorization, ask };
}

/** Makes a call; a POST gets an idempotency key of its own. */
export function askWith({ fetch, url }: MockServer, authorization: string, call: SoundCall) {
  const { method, path, body } = call;
  const key: Record<string, string> = method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {};
  const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return fetch(url + path, {
    method,
    headers: { authorization, ...key, ...json },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const read = async (response: Response) => (await response.json()) as Record<string, string>;
