import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';
import { json, proxied } from '../modes/proxy/upstream.js';

const folder = mkdtempSync(join(tmpdir(), 'oms-report-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, `${name}.ndjson`);
const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const now = () => Date.parse('2026-01-01T00:00:00Z');
const time = '2026-01-01T00:00:00.000Z';

test('has a line for each exchange as it happens, and a summary', async () => {
  const report = path('exchanges');
  const library = await libraryServer({ report, now });
  await ask(library, 'GET /books/b7');
  expect(linesOf(report)).toHaveLength(1);
  await ask(library, 'GET /books?shelf=z');
  await library.close();

  const violation = { severity: 'error', direction: 'request', blame: 'client' };
  expect(linesOf(report)).toEqual([
    {
      ...{ event: 'exchange', time, operationId: 'getBook', method: 'GET', path: '/books/{bookId}' },
      ...{ status: 200, violations: [] },
    },
    {
      ...{ event: 'exchange', time, operationId: 'listBooks', method: 'GET', path: '/books', status: 400 },
      violations: [{ code: 'request.query.enum', location: ['query', 'shelf'], ...violation }],
    },
    { event: 'summary', time, requests: 2, errors: 1, warnings: 0, notices: 0 },
  ]);
});

test('counts warnings apart', async () => {
  const report = path('warnings');
  const library = await libraryServer({ report });
  await ask(library, 'POST /books', { body: { kind: 'paper', binding: 'cloth' } });
  await library.close();

  expect(linesOf(report).at(-1)).toMatchObject({ requests: 1, errors: 0, warnings: 1 });
});

test('counts notices apart from warnings', async () => {
  const report = path('notices');
  const library = await libraryServer({ report });
  const headers = { prefer: 'example=drifted' };
  await ask(library, 'POST /loans', { body: { kind: 'short', days: 1 }, headers });
  await library.close();

  expect(linesOf(report).at(-1)).toMatchObject({ errors: 0, warnings: 0, notices: 1 });
});

test('is added to', async () => {
  const report = path('twice');
  for (let run = 0; run < 2; run += 1) await (await libraryServer({ report })).close();

  expect(linesOf(report).map(({ event }) => event)).toEqual(['summary', 'summary']);
});

test('has one summary when the server is closed twice', async () => {
  const report = path('closed');
  const library = await libraryServer({ report });
  await library.close();
  await library.close();

  expect(linesOf(report)).toHaveLength(1);
});

test('tells why there was no answer of an upstream', async () => {
  const report = path('upstream');
  const { proxy } = await proxied((request) => request.socket.destroy(), { report });
  await fetch(`${proxy.url}/customers`);

  expect(linesOf(report)).toMatchObject([{ status: 502, upstreamFailure: 'reset' }]);
});

test('holds nothing of what goes through a proxy', async () => {
  const canary = 'canary-7f3a';
  const report = path('canary');
  const leak = JSON.stringify({ id: 7, birthDate: canary, email: [canary] });
  const { proxy } = await proxied(json(200, leak, { 'x-secret': canary }), { report });
  const headers = { authorization: `Bearer ${canary}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ birthDate: canary, email: canary, type: canary });
  await fetch(`${proxy.url}/customers/${canary}?name=${canary}`, { method: 'PATCH', headers, body });
  await fetch(`${proxy.url}/${canary}`, { headers });
  await proxy.close();

  expect(linesOf(report)).toHaveLength(3);
  expect(readFileSync(report, 'utf8')).not.toContain(canary);
  expect(JSON.stringify([proxy.violations, proxy.requests])).not.toContain(canary);
});

test.each([
  ['a folder that does not exist', join(folder, 'nowhere', 'report.ndjson'), 'ENOENT'],
  ['a folder', folder, 'EISDIR'],
])('cannot be %s', async (_, report, code) => {
  await expect(startMockServer({ report })).rejects.toMatchObject({ code });
});

test('keeps no server from closing when the clock tells no time', async () => {
  let timeMs = 0;
  const library = await libraryServer({ report: path('clock'), now: () => timeMs });
  timeMs = Number.NaN;

  await expect(library.close()).resolves.toBeUndefined();
});

test('leaves the lines of others as they are', async () => {
  const report = path('others');
  writeFileSync(report, '{"other":true}\n');
  await (await libraryServer({ report })).close();

  expect(linesOf(report)[0]).toEqual({ other: true });
});
