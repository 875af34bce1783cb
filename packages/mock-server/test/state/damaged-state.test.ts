import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StateError } from '@oms-sdk/mock-server';
import { describe, expect, test } from 'vitest';
import { FileJournal } from '../../src/state/file-journal.js';
import { alice } from '../sandbox/observed-sandbox.js';
import { keptSandbox, stateFile, textOf } from './state-file.js';

/** A state file with three customers, as a closed server or a killed one leaves it. */
async function leftFile({ isClosed }: { isClosed: boolean }) {
  const file = stateFile();
  const { send, authorization, close } = await keptSandbox(file);
  for (const firstName of ['Ann', 'Ben', 'Cid']) await send('POST', '/customers', { ...alice, firstName });
  if (isClosed) await close();
  const bytes = readFileSync(file);
  const copy = join(dirname(file), 'copy.state');
  writeFileSync(copy, bytes);
  return { file: copy, authorization, text: bytes.toString() };
}

const withoutLine = (text: string, index: number) => text.split('\n').toSpliced(index, 1).join('\n');

describe('a last line that was being written when the process ended', () => {
  test.each([
    [true, '0123abcd [["customer","cst_'],
    [false, '0123abcd [["customer","cst_'],
    [false, '0'],
  ])('is passed over (closed before: %s): %s', async (isClosed, torn) => {
    const { file, authorization } = await leftFile({ isClosed });
    appendFileSync(file, torn);

    const { send } = await keptSandbox(file, {}, authorization);

    expect((await send('GET', '/customers')).body['data']).toHaveLength(3);
    expect(textOf(file)).toMatch(/\]\n$/);
  });

  test('takes along only what it told', async () => {
    const { file, authorization, text } = await leftFile({ isClosed: false });
    writeFileSync(file, text.slice(0, -10));

    const { send } = await keptSandbox(file, {}, authorization);

    expect((await send('GET', '/customers')).body['data']).toMatchObject([
      { firstName: 'Ben' },
      { firstName: 'Ann' },
    ]);
  });

  test('takes nothing along when the server was closed before', async () => {
    const { file, authorization, text } = await leftFile({ isClosed: true });
    writeFileSync(file, text.slice(0, -5));

    const { send } = await keptSandbox(file, {}, authorization);

    expect((await send('GET', '/customers')).body['data']).toHaveLength(3);
  });
});

describe('a file that cannot be used is left as it is, and the error names it:', () => {
  test.each<[string, boolean, (text: string) => string, RegExp]>([
    [
      'a line that was changed',
      true,
      (text) => text.replace('Ben', 'Bob'),
      /copy\.state, line \d+: it is damaged/,
    ],
    [
      'a last line that was changed',
      false,
      (text) => text.replace('"Cid"', '"Cyd"'),
      /line \d+: it is damaged/,
    ],
    ['a line that is gone', false, (text) => withoutLine(text, 4), /line 5: it is damaged/],
    ['a line that is no JSON', true, (text) => text.replace(/\n.*/, '\nnot json'), /line 2: it is damaged/],
    ['cut in the middle', true, (text) => text.slice(0, text.length / 2), /line \d+: it was cut off/],
    ['another version', true, (text) => text.replace('"version":1', '"version":2'), /has version 2.+reads 1/],
    ['JSON of somebody else', true, () => '{"customers":[]}\n', /holds no state of oms-mock/],
    ['one line of text', true, () => 'shopping list', /holds no state of oms-mock/],
    ['bytes', true, () => '\0\0\0\0\n\0\0', /holds no state of oms-mock/],
  ])('%s', async (_case, isClosed, damage, message) => {
    const { file, text } = await leftFile({ isClosed });
    const damaged = damage(text);
    writeFileSync(file, damaged);

    const error = await FileJournal.open(file).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(StateError);
    expect(error).toMatchObject({
      name: 'StateError',
      file: 'copy.state',
      message: expect.stringMatching(message),
    });
    expect(textOf(file)).toBe(damaged);
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('copy.state.'))).toEqual([]);
  });

  test('a folder', async () => {
    const folder = stateFile();
    mkdirSync(folder);

    await expect(FileJournal.open(folder)).rejects.toThrow(`${basename(folder)}: it is a folder`);
  });

  test('a path in a folder that is not there', async () => {
    await expect(FileJournal.open(join(stateFile(), 'x'))).rejects.toThrow('its folder does not exist');
  });

  test.skipIf(process.getuid?.() === 0)('no permission', async () => {
    const { file } = await leftFile({ isClosed: true });
    chmodSync(file, 0o000);

    await expect(FileJournal.open(file)).rejects.toThrow('may not read and write it');
  });
});

test('an error tells nothing of what stands in the file', async () => {
  const { file, text } = await leftFile({ isClosed: true });
  writeFileSync(file, text.replace('Ben', 'Bob'));

  const error = await FileJournal.open(file).catch((caught: Error) => caught);

  expect(`${(error as Error).message}${(error as Error).stack}`).not.toMatch(/Bob|alice@example/);
});

test('a file without a byte is as good as none', async () => {
  const file = stateFile();
  writeFileSync(file, '');

  const { send } = await keptSandbox(file);

  expect((await send('GET', '/customers')).body['data']).toEqual([]);
});
