// Imports customers from a CSV file: `OMS_API_KEY=… OMS_API_SECRET=… tsx bulk-import/main.ts customers.csv`. Run it again
// after a crash, even a kill -9: acknowledged customers are skipped, and calls that were under way are not carried out twice.
import { parseArgs } from 'node:util';
import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { SingleBar } from 'cli-progress';
import { importCustomers } from './import-customers.js';
import { Journal } from './journal.js';
import { readRows } from './read-rows.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '10' } },
});
const [file = 'customers.csv'] = positionals;
const concurrency = Number(values.concurrency);

const rows = await readRows(file);
const journal = Journal.open(`${file}.journal`);
const bar = new SingleBar({ format: '{bar} {value}/{total} · {duration_formatted}' });
const oms = new OmsClient({ fetch: nodeFetch({ maxSockets: concurrency }) });

bar.start(rows.length, journal.size);
const refused = await importCustomers({ oms, rows, journal, concurrency, onDone: () => bar.increment() });
bar.stop();

console.log(`${journal.size} of ${rows.length} customers are imported.`);
for (const { externalId, reason } of refused) console.log(`${externalId} was refused: ${reason}`);
process.exitCode = refused.length === 0 ? 0 : 1;
