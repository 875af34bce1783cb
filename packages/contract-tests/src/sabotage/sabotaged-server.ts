import { type RecordedRequest, startMockServer, type Violation } from '@oms-sdk/mock-server';
import { askWith, fillSandbox } from './fill-sandbox.js';
import type { Drift } from './sabotage.js';
import { type Silence, startSaboteur } from './saboteur.js';
import { type CallName, soundCalls } from './sound-calls.js';

/** What the chain reports about a call. */
export interface CheckedCall {
  readonly violations: readonly Violation[];
  /** The record of the call. */
  readonly record: RecordedRequest | undefined;
}

/** A sandbox, a saboteur of its responses, and the contract chain in front of both. */
export interface SabotagedServer extends AsyncDisposable {
  /** Makes a call on a fresh sandbox and returns what the chain reports about its changed answer. */
  check(call: CallName, drift: Drift | Silence): Promise<CheckedCall>;
}

/** Starts the three of them; `upstreamTimeoutMs` is how long the chain waits for a response. */
export async function startSabotagedServer(upstreamTimeoutMs = 30_000): Promise<SabotagedServer> {
  const sandbox = await startMockServer({ mode: 'sandbox', listen: false });
  const saboteur = await startSaboteur(sandbox);
  const upstream = saboteur.origin + new URL(sandbox.url).pathname;
  const chain = await startMockServer({ mode: 'proxy', upstream, upstreamTimeoutMs, listen: false });
  return {
    async check(call, drift) {
      sandbox.reset();
      chain.reset();
      const { authorization, known } = await fillSandbox(sandbox);
      saboteur.drift = drift;
      await askWith(chain, authorization, soundCalls[call](known));
      return { violations: [...chain.violations], record: chain.requests.at(-1) };
    },
    async [Symbol.asyncDispose]() {
      await chain.close();
      await saboteur[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
