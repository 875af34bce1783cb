import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { FileJournal } from '../../src/state/file-journal.js';
import { processMark } from '../../src/state/state-lock.js';
import { stateFile } from './state-file.js';

const start = (state: string) => startMockServer({ state, listen: false });

test('a file that a server uses is refused to another one', async () => {
  const state = stateFile();
  const first = await start(state);

  await expect(start(state)).rejects.toThrow('sandbox.state: another server uses it');
  await first.close();
});

test('a file that was closed can be used again, and no lock stays', async () => {
  const state = stateFile();
  await (await start(state)).close();

  expect(existsSync(`${state}.lock`)).toBe(false);
  await (await start(state)).close();
});

test('the lock of a process that is gone does not count', async () => {
  const state = stateFile();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(`${state}.lock`, `${pid} 12345 0.5`);

  await (await start(state)).close();
});

test.skipIf(processMark(process.pid) === '')('nor that of an earlier process with the same id', async () => {
  const state = stateFile();
  writeFileSync(`${state}.lock`, `${process.pid} 1 0.5`);

  await (await start(state)).close();
});

test('the lock of a process that runs counts', async () => {
  const state = stateFile();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)']);
  await once(child.stdout, 'data');
  const text = `${child.pid} ${processMark(child.pid ?? 0)} 0.5`;
  writeFileSync(`${state}.lock`, text);

  await expect(start(state)).rejects.toThrow('another server uses it');
  expect(readFileSync(`${state}.lock`, 'utf8')).toBe(text);
  child.kill();
});

test('of many that open a file at once, one gets it', async () => {
  const state = stateFile();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(`${state}.lock`, `${pid} 12345 0.5`);

  const opened = await Promise.allSettled(Array.from({ length: 8 }, () => FileJournal.open(state)));
  const journals = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  for (const journal of journals) await journal.close();

  expect(journals).toHaveLength(1);
});

test('a server that cannot listen unlocks the file', async () => {
  const state = stateFile();
  const other = await startMockServer();
  const { port } = new URL(other.url);

  await expect(startMockServer({ mode: 'sandbox', state, port: Number(port) })).rejects.toThrow('EADDRINUSE');
  await (await start(state)).close();
  await other.close();
});

test('a state file without a sandbox is refused', async () => {
  await expect(startMockServer({ mode: 'mock', state: stateFile(), listen: false })).rejects.toThrow(
    "state needs mode: 'sandbox'",
  );
});
