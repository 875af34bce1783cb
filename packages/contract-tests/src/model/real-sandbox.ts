import { isDeepStrictEqual } from 'node:util';
import type { MockServer } from '@oms-sdk/mock-server';
import { expect } from 'vitest';
import { secrets } from './arbitraries.js';
import type { Model } from './model.js';

/** What was answered. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** A request of a command; a POST may have an idempotency key of its own choice. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
}

const credentials = { apiKey: 'sk_sdbx_example', apiSecret: secrets[0] };
const tokenLifeMs = 3_600_000;

/** The sandbox that is compared with the model: every response is checked for what may never be in one. */
export class RealSandbox {
  /** Everything that was done, to do it again. */
  readonly steps: (() => Promise<string>)[] = [];
  /** What each step was answered with. */
  readonly answers: string[] = [];
  readonly #server: MockServer;
  /** Secrets of webhook endpoints, each to be shown once. */
  readonly #shown: string[] = [];
  #token = 'none';
  #keys = 0;

  constructor(server: MockServer) {
    this.#server = server;
  }

  /** Calls with a token that holds, and sees that one that has expired is refused. */
  async call(model: Model, call: Call): Promise<Reply> {
    const refused = model.tokenExpiresAtMs <= model.nowMs ? await this.#send(call) : undefined;
    if (refused === undefined) return this.#send(call);
    const code = model.tokenExpiresAtMs === 0 ? 'authentication_failed' : 'token_expired';
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([401, { code }]);
    const { text } = await this.#send({ method: 'POST', path: '/auth/token', body: credentials });
    const expiresAt = model.nowMs + tokenLifeMs;
    const { accessToken, ...rest } = JSON.parse(text);
    this.#token = model.take(accessToken, 'tok');
    const wanted = { tokenType: 'bearer', expiresIn: 3600, expiresAt: new Date(expiresAt).toISOString() };
    same(rest, wanted);
    model.tokenExpiresAtMs = expiresAt;
    return this.#send(call);
  }

  /** Steers the sandbox from outside. */
  async steer(action: (server: MockServer) => void | Promise<void>): Promise<void> {
    await this.#step(async () => {
      await action(this.#server);
      return '';
    });
  }

  /** Fails every later call whose answer contains this. */
  hide(secret: string): void {
    this.#shown.push(secret);
  }

  /** Name and endpoint of each delivery that tells of an active endorsement. */
  async grants(): Promise<string[]> {
    await this.#server.sandbox.delivered();
    const granted = this.#server.sandbox
      .deliveries()
      .filter(({ event }) => ['customer.endorsement.granted', 'endorsement.active'].includes(event));
    return granted.map(({ event, endpointId }) => `${event} ${endpointId}`);
  }

  async #send({ method, path, body, key }: Call): Promise<Reply> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (method === 'POST') headers['idempotency-key'] = key ?? `fresh-${++this.#keys}`;
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const text = await this.#step(async () => {
      const response = await this.#server.fetch(this.#server.url + path, init);
      return `${response.status} ${await response.text()}`;
    });
    // Endpoints without events are made on purpose: they receive all.
    expect(this.#server.violations.filter(({ code }) => code !== 'request.body.empty-list')).toEqual([]);
    for (const secret of [...secrets, ...this.#shown])
      if (text.includes(secret)) throw new Error(`${method} returned a write-only value: ${text}`);
    return { status: Number(text.slice(0, 3)), text: text.slice(4) };
  }

  async #step(step: () => Promise<string>): Promise<string> {
    this.steps.push(step);
    const answer = await step();
    this.answers.push(answer);
    return answer;
  }
}

/** Throws with both values unless they are equal. */
export function same(actual: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(actual, wanted)) expect(actual).toEqual(wanted);
}
