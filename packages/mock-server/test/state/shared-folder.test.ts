import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { Report } from '../../src/observers/report.js';
import { FileJournal } from '../../src/state/file-journal.js';
import { stateFile } from './state-file.js';

const isRoot = process.geteuid?.() === 0;
const kinds: Readonly<Record<string, readonly [place: (path: string) => void, problem: string]>> = {
  'a FIFO': [(path) => void execFileSync('mkfifo', [path]), 'it is no regular file'],
  'a link to a device': [(path) => symlinkSync('/dev/zero', path), 'it is no regular file|it is a link'],
  'a link that leads nowhere': [(path) => symlinkSync(`${path}.nowhere`, path), 'it is a link'],
  'a file that every user may write': [
    (path) => {
      writeFileSync(path, '');
      chmodSync(path, 0o666);
    },
    'every user may write it, until a `chmod 600`',
  ],
  ...(isRoot && {
    'a file of another user': [
      (path: string) => {
        writeFileSync(path, '');
        chownSync(path, 65534, 65534);
      },
      'it belongs to another user',
    ],
  }),
};

test.each(Object.entries(kinds))('%s is no state file', async (_, [place, problem]) => {
  const state = stateFile();
  place(state);

  await expect(FileJournal.open(state)).rejects.toThrow(new RegExp(`sandbox\\.state: (?:${problem})`));
  expect(existsSync(`${state}.nowhere`)).toBe(false);
});

test.each(Object.entries(kinds))('%s is no report', async (_, [place, problem]) => {
  const report = stateFile();
  place(report);

  await expect(Report.open(report, Date.now)).rejects.toThrow(new RegExp(problem));
});

test.each(Object.entries(kinds))('%s is no lock', async (_, [place, problem]) => {
  const state = stateFile();
  place(`${state}.lock`);

  await expect(FileJournal.open(state)).rejects.toThrow(
    new RegExp(`its lock cannot be used: (?:${problem}|it is a link)`),
  );
});

test('what waits under the old name of the file aside gets nothing of the state', async () => {
  const state = stateFile();
  writeFileSync(`${state}.target`, '');
  symlinkSync(`${state}.target`, `${state}.tmp`);
  const webhookEndpoints = [{ url: 'http://localhost:9', secret: 'made-up-secret' }];
  await (await startMockServer({ state, webhookEndpoints, listen: false })).close();

  expect(readFileSync(state, 'utf8')).toContain('made-up-secret');
  expect(readFileSync(`${state}.target`, 'utf8')).toBe('');
  const name = basename(state);
  expect(
    readdirSync(dirname(state))
      .filter((file) => file.startsWith(name))
      .sort(),
  ).toEqual([name, `${name}.target`, `${name}.tmp`].sort());
});

test('a link of this user to a file of this user is followed', async () => {
  const [state, link] = [stateFile(), stateFile()];
  await (await FileJournal.open(state)).close();
  symlinkSync(state, link);

  await (await FileJournal.open(link)).close();
});

test('what a crash left of a rewrite is removed, and nothing else', async () => {
  const state = stateFile();
  const left = `${state}.0123456789abcdef.tmp`;
  const others = [`${state}.tmp`, `${state}.0123456789abcdef.tmp.bak`, `${state}2.0123456789abcdef.tmp`];
  const link = `${state}.fedcba9876543210.tmp`;
  for (const path of [left, ...others]) writeFileSync(path, 'x', { mode: 0o600 });
  symlinkSync(others[0] ?? '', link);

  await (await FileJournal.open(state)).close();

  expect(readdirSync(dirname(state)).sort()).toEqual(
    [state, link, ...others].map((path) => basename(path)).sort(),
  );
});
