import { type FileHandle, open } from 'node:fs/promises';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { alice } from '../sandbox/observed-sandbox.js';
import { keptSandbox, stateFile } from './state-file.js';

let handles: FileHandle;
beforeAll(async () => {
  const handle = await open(process.execPath, 'r');
  handles = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
});

/** A promise, and what resolves it. */
function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Makes the disk answer a flush in this way. */
function observedFlush(flush: () => Promise<void>) {
  const spy = vi.spyOn(handles, 'datasync').mockImplementation(flush);
  onTestFinished(() => spy.mockRestore());
  return spy;
}

test('a write is answered when the disk has it, and not before', async () => {
  const { send } = await keptSandbox(stateFile());
  const disk = deferred();
  observedFlush(() => disk.promise);
  let isAnswered = false;
  const answer = send('POST', '/customers', alice).then((reply) => {
    isAnswered = true;
    return reply;
  });

  await expect.poll(() => vi.mocked(handles.datasync).mock.calls.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAnswered).toBe(false);
  disk.resolve();

  expect((await answer).status).toBe(201);
});

test('a read that shows a write waits for it as well', async () => {
  const { send } = await keptSandbox(stateFile());
  const disk = deferred();
  observedFlush(() => disk.promise);
  const create = send('POST', '/customers', alice);
  await expect.poll(() => vi.mocked(handles.datasync).mock.calls.length).toBe(1);
  let isAnswered = false;
  const list = send('GET', '/customers').then(() => {
    isAnswered = true;
  });

  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAnswered).toBe(false);
  disk.resolve();

  await Promise.all([create, list]);
});

test('writes that wait together share one flush', async () => {
  const { send } = await keptSandbox(stateFile());
  const flush = observedFlush(() => new Promise((resolve) => setTimeout(resolve, 20)));

  await Promise.all(Array.from({ length: 50 }, () => send('POST', '/customers', alice)));

  expect(flush.mock.calls.length).toBeLessThan(10);
});

test('a disk that fails acknowledges nothing any more', async () => {
  const { sandbox, send } = await keptSandbox(stateFile());
  const failure = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  observedFlush(() => Promise.reject(failure));

  await expect(send('POST', '/customers', alice)).rejects.toThrow('sandbox.state: the disk is full');
  vi.mocked(handles.datasync).mockRestore();

  await expect(send('GET', '/customers')).rejects.toThrow('the disk is full');
  await expect(sandbox.settled()).rejects.toMatchObject({ name: 'StateError', cause: failure });
});
