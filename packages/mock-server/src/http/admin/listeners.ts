import { isHttpUrl, MisuseError } from '../../option-check.js';
import { ApiProblem, notFound } from '../../sandbox/rules/api-problem.js';
import type { SandboxViews } from '../../sandbox/sandbox-views.js';
import type { Deliver, DeliverySettings } from '../../sandbox/webhooks/delivery-options.js';
import { afterSilence, sign } from './stream-reader.js';

/** A listener that does not say what became of a delivery by then has not got it. */
const longestWaitMs = 15_000;

/** Somebody who is sent deliveries as server-sent events, and says what became of them. */
interface Listener {
  readonly send: (event: string, data: object) => void;
  readonly end: () => void;
  /** Resolves what waits for the outcome of a call. */
  readonly waiting: Map<number, (status: number) => void>;
}

/**
 * Those who take deliveries from afar, to pass them on where this server cannot reach. Each has a webhook endpoint for as long
 * as its stream is open.
 */
export class Listeners {
  readonly #views: () => SandboxViews;
  /** By the id of their endpoint. */
  readonly #listeners = new Map<string, Listener>();
  readonly #urls = new Set<string>();
  #calls = 0;

  constructor(views: () => SandboxViews) {
    this.#views = views;
  }

  /** A stream of the deliveries for a URL. Throws MisuseError for what is no URL, and where there is no sandbox; a 409 for one that has a listener. */
  open(url: string | null, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
    if (url === null || !isHttpUrl(url)) throw new MisuseError('url must be a URL, http or https');
    if (this.#urls.has(url))
      throw new ApiProblem(409, 'state_conflict', 'Somebody listens for this URL already.');
    this.#urls.add(url);
    const { endpointId, secret } = this.#views().startListening(url);
    const encoder = new TextEncoder();
    let end = () => undefined as unknown;
    const leave = () => {
      signal?.removeEventListener('abort', leave);
      const listener = this.#listeners.get(endpointId);
      if (!this.#listeners.delete(endpointId)) return;
      this.#urls.delete(url);
      for (const settle of listener?.waiting.values() ?? []) settle(0);
      this.#views().stopListening(endpointId);
    };
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send: Listener['send'] = (event, data) =>
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        end = () => {
          send('end', {});
          leave();
          controller.close();
        };
        const listener = { send, end, waiting: new Map() };
        this.#listeners.set(endpointId, listener);
        const show = () => {
          if (this.#listeners.get(endpointId) !== listener) return;
          controller.enqueue(encoder.encode(sign));
          afterSilence(show);
        };
        afterSilence(show);
        signal?.addEventListener('abort', leave);
        send('begin', { endpointId, secret });
      },
      cancel: leave,
    });
  }

  /** Says what became of a call. Throws a 404 for one that nobody waits for. */
  settle(endpointId: unknown, call: unknown, status: unknown): void {
    const settle = this.#listeners.get(String(endpointId))?.waiting.get(Number(call));
    if (settle === undefined) throw notFound('call');
    settle(Number(status));
  }

  /** Sends to a listener what is for its endpoint. */
  around(deliver: Deliver): Deliver {
    return (url, body, headers, context) => {
      const listener = this.#listeners.get(context.endpointId);
      if (listener === undefined) return deliver(url, body, headers, context);
      return this.#call(listener, { body, headers }, context.signal);
    };
  }

  /** What a listener takes is called. */
  knowing(whyNot: DeliverySettings['whyNeverCalled']): DeliverySettings['whyNeverCalled'] {
    return (place) => (this.#urls.has(place.url) ? undefined : whyNot?.(place));
  }

  /** Ends all streams. */
  close(): void {
    for (const { end } of [...this.#listeners.values()]) end();
  }

  async #call({ send, waiting }: Listener, delivery: object, signal: AbortSignal): Promise<number> {
    this.#calls += 1;
    const call = this.#calls;
    const late = AbortSignal.timeout(longestWaitMs);
    try {
      return await new Promise<number>((resolve, reject) => {
        waiting.set(call, resolve);
        signal.addEventListener('abort', () => resolve(0), { once: true });
        late.addEventListener('abort', () => reject(late.reason));
        send('delivery', { call, ...delivery });
      });
    } finally {
      waiting.delete(call);
    }
  }
}
