import { once } from 'node:events';
import type { Server } from 'node:net';
import { vi } from 'vitest';
import { deliveryInit, type Receiver } from './receiver.js';

/** Loads an example anew with this secret; each customer's custody opens at the second try. */
async function load<Module>(secret: string, importExample: () => Promise<Module>) {
  const tried = new Set<string>();
  const opened: string[] = [];
  const openCustody = async (customerId: string) => {
    if (tried.has(customerId)) opened.push(customerId);
    else throw new Error(`not yet: ${tried.add(customerId).size}`);
  };
  vi.resetModules();
  vi.doMock('../customers.js', () => ({ openCustody }));
  vi.stubEnv('OMS_WEBHOOK_SECRET', secret);
  vi.stubEnv('PORT', '0');
  const module = await importExample();
  return { module, opened: async () => opened };
}

/** An example that listens. */
export function serverReceiver(importExample: () => Promise<{ server: unknown }>) {
  return async (secret: string): Promise<Receiver> => {
    const { module, opened } = await load(secret, importExample);
    const server = module.server as Server;
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/hooks`;
    return {
      opened,
      send: async (body, signature) => (await fetch(url, deliveryInit(body, signature))).status,
      close: () => {
        vi.unstubAllEnvs();
        return new Promise((resolve) => void server.close(() => resolve()));
      },
    };
  };
}

type LambdaResponse = { readonly statusCode: number };
type LambdaModule = {
  handler(event: {
    headers: Record<string, string>;
    body: string;
    isBase64Encoded: boolean;
  }): Promise<LambdaResponse>;
};

/** An example that is a function of Lambda, which gets its bodies in base64 or as text. */
export function lambdaReceiver(importExample: () => Promise<LambdaModule>, isBase64Encoded: boolean) {
  return async (secret: string): Promise<Receiver> => {
    const { module, opened } = await load(secret, importExample);
    return {
      opened,
      async send(body, signature) {
        // A function URL has header names in lower case, API Gateway as they were sent.
        const name = isBase64Encoded ? 'webhook-signature' : 'Webhook-Signature';
        const { statusCode } = await module.handler({
          headers: {
            'content-type': 'application/json',
            ...(signature !== undefined && { [name]: signature }),
          },
          body: Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8'),
          isBase64Encoded,
        });
        return statusCode;
      },
      close: async () => void vi.unstubAllEnvs(),
    };
  };
}

/** An example that is a function of a request. */
export function functionReceiver(
  importExample: () => Promise<{ POST(request: Request): Promise<Response> }>,
) {
  return async (secret: string): Promise<Receiver> => {
    const { module, opened } = await load(secret, importExample);
    const url = 'https://app.example.com/hooks';
    return {
      opened,
      send: async (body, signature) =>
        (await module.POST(new Request(url, deliveryInit(body, signature)))).status,
      close: async () => void vi.unstubAllEnvs(),
    };
  };
}
