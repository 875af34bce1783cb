import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MockServer } from '@oms-sdk/mock-server';
import type { Drift, WireResponse } from './sabotage.js';

/** No response at all: the connection is broken, or left open. */
export type Silence = 'breaks' | 'waits';

/** A server that passes every request on and changes every response. */
export interface Saboteur extends AsyncDisposable {
  readonly origin: string;
  /** What is done to the responses; at first nothing. */
  drift: Drift | Silence;
}

/** Starts a saboteur in front of a server, on a free port of loopback. */
export async function startSaboteur(behind: MockServer): Promise<Saboteur> {
  const server = createServer(async (request, response) => {
    const { drift } = saboteur;
    if (drift === 'breaks') response.destroy();
    else if (drift !== 'waits') send(response, drift(await passOn(behind, request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const saboteur: Saboteur = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    drift: (answer) => answer,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return saboteur;
}

async function passOn({ fetch, url }: MockServer, request: IncomingMessage): Promise<WireResponse> {
  const { method = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const response = await fetch(new URL(request.url ?? '', url), {
    method,
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body }),
  });
  const { status } = response;
  return { status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}
