import type { Answer } from '../message/answer.js';
import type { ApiRequest } from '../message/api-request.js';
import { ApiProblem } from './api-problem.js';

interface Entry {
  readonly fingerprint: string;
  readonly answer: Answer;
}

/**
 * Gives a repeated write the answer of the first one. Of a body only a fingerprint is kept. Answers with an error status
 * are not kept, so that a write can be repeated after it was mended.
 */
export class IdempotencyRecords {
  readonly #entries = new Map<string, Entry>();

  /** Runs `work` unless the same write ran before. Throws a 409 when the key belongs to another write. */
  once(request: ApiRequest, work: () => Answer): Answer {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    const fingerprint = `${request.wire.target} ${digest(request.wire.body)}`;
    const entry = this.#entries.get(key);
    if (entry !== undefined && entry.fingerprint !== fingerprint) throw conflict();
    if (entry !== undefined) return entry.answer;
    const answer = work();
    if (answer.status < 400) this.#entries.set(key, { fingerprint, answer });
    return answer;
  }
}

function conflict(): ApiProblem {
  return new ApiProblem(
    409,
    'idempotency_conflict',
    'This idempotency key was used before with a different request.',
  );
}

/** Two 32-bit hashes of the bytes and their number: enough to tell bodies apart, and no way back to them. */
function digest(bytes: Uint8Array): string {
  let [one, other] = [0x811c9dc5, 0x41c6ce57];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other ^ byte, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return [one >>> 0, other >>> 0, bytes.length].map((part) => part.toString(36)).join('.');
}
