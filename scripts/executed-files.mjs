// Prints the source files whose functions one create executes, client and server together.
// The third create of one process is measured, by V8 coverage, after everything is loaded and cached.
// `--max <n>` fails when there are more.
import { Session } from 'node:inspector/promises';
import { register } from 'tsx/esm/api';

const sources = /packages\/(?:client|mock-server)\/src\/[^?]+\.ts/;
register();
const { OmsClient } = await import('../packages/client/src/index.ts');
const { startMockServer } = await import('../packages/mock-server/src/index.ts');

const server = await startMockServer({ listen: false });
const oms = new OmsClient({
  apiKey: 'sk_sdbx_executed_files',
  apiSecret: 'made-up',
  baseUrl: server.url,
  fetch: server.fetch,
});
const create = () => oms.customers.create({ type: 'individual', firstName: 'Jane' });
await create();
await create();

const session = new Session();
session.connect();
await session.post('Profiler.enable');
// The first take resets the counts: whatever ran before has none.
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
await session.post('Profiler.takePreciseCoverage');
await create();
const { result } = await session.post('Profiler.takePreciseCoverage');
session.disconnect();
const { violations } = server;
await server.close();
if (violations.length > 0)
  throw new Error(
    `The create breaks the contract: ${violations.map(({ code, location }) => `${code} at ${location.join('.')}`).join(', ')}`,
  );

const executed = result
  .filter(({ functions }) => functions.some(({ ranges: [whole] }) => whole.count > 0))
  .flatMap(({ url }) => sources.exec(url)?.[0] ?? [])
  .sort();
const files = [...new Set(executed)];
console.log(files.join('\n'));
console.log(
  `${files.length} files: ${count('client')} of the client, ${count('mock-server')} of the mock server`,
);

function count(name) {
  return files.filter((file) => file.startsWith(`packages/${name}/`)).length;
}

const at = process.argv.indexOf('--max');
if (at > 0 && files.length > Number(process.argv[at + 1])) {
  console.error(`More than ${process.argv[at + 1]}.`);
  process.exitCode = 1;
}
