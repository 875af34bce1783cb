import type { MockServer } from '../mock-server.js';
import type { MockServerOptions } from '../options.js';
import { startMockServer } from '../server.js';

/** The servers of one worker: one for each options object, started when first asked for. */
export class ServerPool {
  readonly #servers = new Map<MockServerOptions, Promise<MockServer>>();

  /** The server with these options, reset. Rejects as `startMockServer` does. */
  async take(options: MockServerOptions): Promise<MockServer> {
    const starting = this.#servers.get(options) ?? startMockServer(options);
    this.#servers.set(options, starting);
    const server = await starting;
    server.reset();
    return server;
  }

  /** Forgets the server with these options; the next `take` starts another. */
  forget(options: MockServerOptions): void {
    this.#servers.delete(options);
  }

  /** Closes them all. */
  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#servers.values());
    const closing = started.map((result) =>
      result.status === 'fulfilled' ? result.value.close() : undefined,
    );
    await Promise.all(closing);
  }
}
