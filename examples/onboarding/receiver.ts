import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type WebhookEventOf } from '@oms-sdk/client/webhooks';

const longestWaitMs = 10_000;

type Granted = WebhookEventOf<'customer.endorsement.granted'>;

/** A webhook endpoint as an application would have it. */
export interface Receiver {
  readonly url: string;
  /** From now on accepts only what is signed with this secret. */
  trust(secret: string): void;
  /** Resolves with the verified event about an endorsement; rejects when ten seconds pass without any event. */
  granted(endorsement: string): Promise<Granted>;
  close(): void;
}

/** Listens on a free port of this machine. */
export async function startReceiver(): Promise<Receiver> {
  let secret = '';
  const events: Granted[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    // The signature covers the bytes as they arrived: JSON that was parsed and serialised again would not match.
    const event = await verifyWebhook(Buffer.concat(chunks), request.headers, secret).catch(() => undefined);
    response.writeHead(event === undefined ? 400 : 204).end();
    if (event?.event !== 'customer.endorsement.granted') return;
    events.push(event as Granted);
    arrivals.emit('event');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    trust: (given) => {
      secret = given;
    },
    granted: async (endorsement) => {
      for (;;) {
        const found = events.find(({ data }) => data.endorsements.some((granted) => granted === endorsement));
        if (found !== undefined) return found;
        await once(arrivals, 'event', { signal: AbortSignal.timeout(longestWaitMs) });
      }
    },
    close: () => void server.close(),
  };
}
