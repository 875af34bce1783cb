import { type ApiRequest, type ApiResponse, jsonResponse } from '../../http/message.js';
import type { Dialect } from '../dialect.js';
import type { Clock } from '../state/clock.js';
import type { Fingerprint } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import { ApiProblem } from './api-problem.js';
import { type CustomerRecord, customerView } from './customer-record.js';
import type { EndorsementDialect } from './endorsements.js';

/** What a request comes to, as it is kept: the text of a new customer takes a kilobyte, and its record is there anyway. */
export type Result = ApiResponse | CreatedCustomer;

/** A customer as its create returns it. */
interface CreatedCustomer {
  readonly created: CustomerRecord;
  readonly dialect: EndorsementDialect;
}

/** The response that a result stands for, the same one each time. */
export function responseOf(result: Result): ApiResponse {
  if (!('created' in result)) return result;
  const { created, dialect } = result;
  return jsonResponse(201, customerView(created, [], created.reportedMs, dialect));
}

interface Entry {
  readonly write: string;
  readonly response: Result;
  /** When it was written, in milliseconds since 1970. */
  readonly atMs?: number;
}

/** How long a key counts in the dialects in which it expires. */
const lifeMs = 86_400_000;

interface IdempotencyState {
  readonly clock: Clock;
  readonly fingerprint: Fingerprint;
  readonly tables: Tables;
  /** How to read the API at the moment. */
  readonly dialect: Dialect;
}

/**
 * Responds to a retried write as to the first one. Bodies are the same when their JSON has the same values, however it is
 * written. Of key and body only fingerprints are kept, and that of the body cannot be tried out without the key. Responses
 * with an error status are not kept, so that a write can be sent again once it was corrected.
 */
export class IdempotencyRecords {
  readonly #state: IdempotencyState;
  readonly #entries: Table<Entry>;

  constructor(state: IdempotencyState) {
    this.#state = state;
    this.#entries = state.tables.table('idempotency');
  }

  /**
   * Runs `work` unless the same write ran before. Throws a 409 when the key belongs to another write, and a 422 when it has
   * expired, unless the dialect has it otherwise.
   */
  once(request: ApiRequest, work: () => Result): Result {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return work();
    const { clock, dialect, fingerprint } = this.#state;
    const id = fingerprint('key', key);
    const body = JSON.stringify(sorted(request.body)) ?? '';
    const write = fingerprint('write', key, request.pathAndQuery, body);
    const entry = this.#entries.get(id);
    if (entry !== undefined && !this.#isForgotten(entry)) {
      if (entry.write !== write) throw conflict(dialect);
      return entry.response;
    }
    const response = work();
    if ('created' in response || response.status < 400)
      this.#entries.set(id, { write, response, atMs: clock.nowMs() });
    return response;
  }

  #isForgotten({ atMs }: Entry): boolean {
    const { clock, dialect } = this.#state;
    if (dialect.idempotencyKeys === 'forever' || atMs === undefined) return false;
    if (clock.nowMs() < atMs + lifeMs) return false;
    if (dialect.idempotencyKeys === '24h') return true;
    const message = 'This idempotency key was used more than 24 hours ago. Send the request with a new key.';
    throw new ApiProblem(422, 'idempotency_key_expired', message);
  }
}

/** The same value with the properties of every object in one order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, item]) => [name, sorted(item)]));
}

function conflict({ idempotencyConflict }: Dialect): ApiProblem {
  return new ApiProblem(
    idempotencyConflict,
    'idempotency_conflict',
    'This idempotency key was used before with a different request. Send the first request again as it was, or this one with a new key.',
  );
}
