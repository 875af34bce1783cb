import { createHash } from 'node:crypto';
import { ApiError, type CustomerCreateParams, type OmsClient } from '@oms-sdk/client';
import pMap from 'p-map';
import type { Journal } from './journal.js';
import type { Row } from './read-rows.js';

/** What an import needs. */
export interface Import {
  readonly oms: OmsClient;
  readonly rows: readonly Row[];
  readonly journal: Journal;
  /** How many customers are created at the same time. */
  readonly concurrency: number;
  readonly onDone: () => void;
}

/** A row that OMS refused. Correct it before the next run. */
export interface Refusal {
  readonly externalId: string;
  readonly reason: string;
}

/** Creates a customer for each row that the journal does not have. Rejects when OMS cannot be reached for long. */
export async function importCustomers({
  oms,
  rows,
  journal,
  concurrency,
  onDone,
}: Import): Promise<Refusal[]> {
  const refused: Refusal[] = [];
  const left = rows.filter(({ externalId }) => !journal.has(externalId));
  const create = async (row: Row) => {
    try {
      const { id } = await oms.customers.create(toParams(row), { idempotencyKey: keyOf(row) });
      journal.add(row.externalId, id);
      onDone();
    } catch (error) {
      // A refusal concerns only this row. Any other error ends the run; the next run continues from here.
      if (!(error instanceof ApiError) || error.outcome !== 'rejected' || error.isRetryable) throw error;
      refused.push({ externalId: row.externalId, reason: error.message });
    }
  };
  await pMap(left, create, { concurrency });
  return refused;
}

/** The same row has the same key in every run, so a write whose response was lost is not carried out twice. */
function keyOf(row: Row): string {
  return `import-${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`;
}

function toParams({ externalId, firstName, lastName, email }: Row): CustomerCreateParams {
  return { type: 'individual', externalId, firstName, lastName, email };
}
