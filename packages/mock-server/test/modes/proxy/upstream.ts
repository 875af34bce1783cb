import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { onTestFinished } from 'vitest';

/** A request as an upstream saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** An implementation behind a proxy, and what reached it. */
export interface ProxiedUpstream {
  readonly proxy: MockServer;
  readonly seen: readonly SeenRequest[];
  /** Without a slash at its end. */
  readonly origin: string;
}

/** A list of customers as the spec wants one. */
export const soundPage = JSON.stringify({ data: [], hasMore: false });

/** Answers with JSON. */
export function json(status: number, body: string | Buffer, headers: Record<string, string> = {}) {
  return (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** A server on a free port of loopback that ends with the test. */
export async function startUpstream(answer: RequestListener): Promise<Omit<ProxiedUpstream, 'proxy'>> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', rawHeaders } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push({ method, url, rawHeaders, body: Buffer.concat(chunks) });
    answer(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A proxy in front of such a server; it asks below `path` there. */
export async function proxied(
  answer: RequestListener,
  { path = '/v0.9', ...options }: MockServerOptions & { readonly path?: string } = {},
): Promise<ProxiedUpstream> {
  const upstream = await startUpstream(answer);
  const proxy = await startMockServer({ mode: 'proxy', upstream: upstream.origin + path, ...options });
  onTestFinished(() => proxy.close());
  return { ...upstream, proxy };
}

/** The code and place of each violation so far. */
export function found({ violations }: MockServer): string[] {
  return violations.map(({ code, location }) => `${code} ${location.join('.')}`);
}
