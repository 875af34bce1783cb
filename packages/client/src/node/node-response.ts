import type { IncomingMessage } from 'node:http';
import { decompress } from './decompress.js';
import { NodeBody } from './node-body.js';
import { NodeHeaders } from './node-headers.js';

/** Statuses that have no body. */
const withoutBody = [204, 205, 304];

/**
 * A response with the properties of a `Response`. Its body can be read once, through `body.getReader()` or one of the
 * methods, which make a `Response` of the runtime; it is not an instance of that class.
 */
export class NodeResponse implements Response {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url: string;
  readonly type = 'basic';
  readonly redirected = false;
  readonly #body: NodeBody | null;

  /** `url` and `init` are those of the request. */
  constructor(message: IncomingMessage, { url, init }: { readonly url: string; readonly init: RequestInit }) {
    this.status = message.statusCode ?? 0;
    this.statusText = message.statusMessage ?? '';
    this.headers = new NodeHeaders(message.rawHeaders);
    this.url = url;
    const hasBody = init.method !== 'HEAD' && !withoutBody.includes(this.status);
    // The body that a 205 must not have could be endless.
    if (this.status === 205) message.destroy();
    else if (!hasBody) message.resume();
    this.#body = hasBody
      ? new NodeBody(decompress(message, this.headers.get('content-encoding')), init.signal)
      : null;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#body as unknown as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  }

  get bodyUsed(): boolean {
    return this.#body?.isUsed ?? false;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#whole().arrayBuffer();
  }

  async blob(): Promise<Blob> {
    return this.#whole().blob();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  async formData(): Promise<FormData> {
    return this.#whole().formData();
  }

  async json(): Promise<unknown> {
    return this.#whole().json();
  }

  async text(): Promise<string> {
    return this.#whole().text();
  }

  /** @throws {TypeError} always: a body that is read from a socket once is not kept for a second reader. */
  clone(): Response {
    throw new TypeError('nodeFetch responses cannot be cloned.');
  }

  #whole(): Response {
    const reader = this.#body?.getReader();
    const stream = reader && new ReadableStream({ pull: (controller) => pump(reader, controller) });
    return new Response(stream, this);
  }
}

async function pump(reader: ReturnType<NodeBody['getReader']>, controller: ReadableStreamDefaultController) {
  const { done, value } = await reader.read();
  if (done) controller.close();
  else controller.enqueue(value);
}
