import type { ApiRequest, ApiResponse } from '../../http/message.js';
import type { Fingerprint } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import { ApiProblem } from './api-problem.js';

interface Entry {
  readonly write: string;
  readonly response: ApiResponse;
}

/**
 * Responds to a retried write as to the first one. Bodies are the same when their JSON has the same values, however it is
 * written. Of key and body only fingerprints are kept, and that of the body cannot be tried out without the key. Responses
 * with an error status are not kept, so that a write can be sent again once it was corrected.
 */
export class IdempotencyRecords {
  readonly #fingerprint: Fingerprint;
  readonly #entries: Table<Entry>;

  constructor({ fingerprint, tables }: { readonly fingerprint: Fingerprint; readonly tables: Tables }) {
    this.#fingerprint = fingerprint;
    this.#entries = tables.table('idempotency');
  }

  /** Runs `work` unless the same write ran before. Throws a 409 when the key belongs to another write. */
  once(request: ApiRequest, work: () => ApiResponse): ApiResponse {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    const id = this.#fingerprint('key', key);
    const body = JSON.stringify(sorted(request.body)) ?? '';
    const write = this.#fingerprint('write', key, request.pathAndQuery, body);
    const entry = this.#entries.get(id);
    if (entry !== undefined && entry.write !== write) throw conflict();
    if (entry !== undefined) return entry.response;
    const response = work();
    if (response.status < 400) this.#entries.set(id, { write, response });
    return response;
  }
}

/** The same value with the properties of every object in one order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}

function conflict(): ApiProblem {
  return new ApiProblem(
    409,
    'idempotency_conflict',
    'This idempotency key was used before with a different request. Send the first request again as it was, or this one with a new key.',
  );
}
