import { Miniflare } from 'miniflare';
import { expect, onTestFinished, test } from 'vitest';
import { d1DeliveryLog } from '../d1-delivery-log.js';

/** An empty table in a D1 database of its own. */
async function emptyTable() {
  const worker = new Miniflare({ modules: true, script: 'export default {}', d1Databases: ['DB'] });
  onTestFinished(() => worker.dispose());
  const database = await worker.getD1Database('DB');
  await database.exec(
    'CREATE TABLE deliveries (id TEXT PRIMARY KEY, owner TEXT, claimed INTEGER, done INTEGER)',
  );
  return database;
}

test('a claim keeps others away until it is complete', async () => {
  const log = d1DeliveryLog(await emptyTable());

  expect([await log.begin('a'), await log.begin('a'), await log.begin('b')]).toEqual(['new', 'busy', 'new']);
  await log.complete('a');
  expect(await log.begin('a')).toBe('done');
});

test('a claim of more than a minute ago is taken over, a completed delivery is not', async () => {
  const database = await emptyTable();
  await database.exec(
    "INSERT INTO deliveries VALUES ('dead', 'x', unixepoch() - 61, 0), ('done', 'x', unixepoch() - 61, 1)",
  );
  const log = d1DeliveryLog(database);

  expect([await log.begin('dead'), await log.begin('dead')]).toEqual(['new', 'busy']);
  expect(await log.begin('done')).toBe('done');
});

test('a claim is given up only by the one who has it', async () => {
  const database = await emptyTable();
  const [slow, other] = [d1DeliveryLog(database), d1DeliveryLog(database)];

  await slow.begin('a');
  await other.abandon('a');
  await slow.abandon('a', 'the claim of another call');
  expect(await other.begin('a')).toBe('busy');
  await slow.abandon('a');
  expect(await other.begin('a')).toBe('new');
});
