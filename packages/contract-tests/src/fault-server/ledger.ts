import type { ReceivedRequest, Reply } from './received-request.js';
import { json } from './response.js';

/**
 * A pretend API that creates customers and knows idempotency keys: the same key with the same bytes is carried out once
 * and answered the same way each time; with other bytes it is refused.
 */
export class Ledger {
  readonly #kept = new Map<string, { readonly bytes: string; readonly id: string }>();
  #executions = 0;

  /** How many creates were carried out. */
  get executions(): number {
    return this.#executions;
  }

  /** The ids that were given out, by the external id each customer was created with. */
  get created(): ReadonlyMap<string, readonly string[]> {
    const created = new Map<string, string[]>();
    for (const { bytes, id } of this.#kept.values()) {
      const { externalId } = JSON.parse(bytes) as { externalId: string };
      created.set(externalId, [...(created.get(externalId) ?? []), id]);
    }
    return created;
  }

  /** Carries out a create unless its key is known, and returns how to answer it. */
  commit({ headers, body }: ReceivedRequest): Reply {
    const key = headers['idempotency-key'] ?? '';
    const bytes = body.toString();
    const kept = this.#kept.get(key) ?? this.#execute(key, bytes);
    return kept.bytes === bytes ? json({ id: kept.id }, 201) : json({ code: 'idempotency_conflict' }, 409);
  }

  #execute(key: string, bytes: string) {
    if (key === '') throw new Error('A create came without an idempotency key.');
    this.#executions += 1;
    const created = { bytes, id: `cst_${this.#executions}` };
    this.#kept.set(key, created);
    return created;
  }
}
