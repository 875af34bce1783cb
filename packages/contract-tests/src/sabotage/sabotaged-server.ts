import { type RecordedRequest, startMockServer, type Violation } from '@oms-sdk/mock-server';
import type { Drift } from './sabotage.js';
import { type Silence, startSaboteur } from './saboteur.js';
import { askWith, settle } from './settle.js';
import { type CallName, soundCalls } from './sound-calls.js';

/** What the chain says of a call. */
export interface Verdict {
  readonly violations: readonly Violation[];
  /** What is on record of the call. */
  readonly record: RecordedRequest | undefined;
}

/** A sandbox, a saboteur of its answers, and the contract chain in front of both. */
export interface SabotagedServer extends AsyncDisposable {
  /** Makes a call on a fresh sandbox and gives what the chain says of its changed answer. */
  judge(call: CallName, drift: Drift | Silence): Promise<Verdict>;
}

/** Starts the three of them; `upstreamTimeoutMs` is how long the chain waits for an answer. */
export async function startSabotagedServer(upstreamTimeoutMs = 30_000): Promise<SabotagedServer> {
  const sandbox = await startMockServer({ mode: 'sandbox', listen: false });
  const saboteur = await startSaboteur(sandbox);
  const upstream = saboteur.origin + new URL(sandbox.url).pathname;
  const chain = await startMockServer({ mode: 'proxy', upstream, upstreamTimeoutMs, listen: false });
  return {
    async judge(call, drift) {
      sandbox.reset();
      chain.reset();
      const { authorization, known } = await settle(sandbox);
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
