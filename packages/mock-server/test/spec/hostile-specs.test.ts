import { chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SpecError, startMockServer } from '@oms-sdk/mock-server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCli } from '../cli/running-cli.js';
import { sane, specFile, unreadable, unusable } from './hostile-specs.js';

const folders: string[] = [];
const written = (...file: Parameters<typeof specFile>) => {
  const path = specFile(...file);
  folders.push(dirname(path));
  return path;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function refusalOf(spec: string | object): Promise<string> {
  const warn = vi.spyOn(process, 'emitWarning').mockClear();
  const outcome = await startMockServer({ mode: 'mock', spec, listen: false }).catch(
    (error: unknown) => error,
  );

  expect(outcome).toBeInstanceOf(SpecError);
  expect(warn).not.toHaveBeenCalled();
  expect(Object.keys(Object.prototype)).toEqual([]);
  warn.mockRestore();
  return (outcome as SpecError).message;
}

describe('refuses, with the file, the place and a way out,', () => {
  test.each([...unreadable, ...unusable])('%s', async (_, file, content, said) => {
    const path = written(file, content);
    const message = await refusalOf(path);

    expect(message.slice(0, path.length)).toBe(path);
    expect(message.slice(path.length)).toMatch(said);
    expect(message).toMatch(/^.+\. .+\.$/);
    expect(message.length).toBeLessThan(path.length + 500);
  });

  test('a folder', async () => {
    expect(await refusalOf(import.meta.dirname)).toMatch(/: it cannot be read, because it is a folder\. /);
  });

  test('a device that never ends', async () => {
    expect(await refusalOf('/dev/zero')).toMatch(/: it cannot be read, because it is not a regular file\. /);
  });

  test('a file there is not', async () => {
    const path = join(tmpdir(), 'nowhere', 'spec.yaml');

    expect(await refusalOf(path)).toMatch(/: it cannot be read, because there is no such file\. /);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = written('spec.json', '{}');
    chmodSync(path, 0);

    expect(await refusalOf(path)).toMatch(/: it cannot be read, because this user may not read it\. /);
  });
});

describe('refuses a parsed document', () => {
  test('that contains itself', async () => {
    const document: Record<string, unknown> = {};
    document['x-loop'] = document;

    expect(await refusalOf(document)).toMatch(
      /^#(?:\/x-loop){10}: it nests more than 200 levels deep here\. /,
    );
  });

  test('that grows without end', async () => {
    const wide = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 1);

    expect(await refusalOf({ 'x-wide': wide })).toMatch(/: it is too large to be read\. /);
  });

  test.each([[() => 1], [1n], [Symbol('a')], [new Map()], [new Date(0)]])('with %s in it', async (value) => {
    expect(await refusalOf({ 'x-odd': value })).toMatch(/^#\/x-odd: this is not a JSON value\. /);
  });
});

test.each(sane)('takes %s', async (_, file, content) => {
  const server = await startMockServer({ mode: 'mock', spec: written(file, content), listen: false });

  expect((await server.fetch(`${server.url}/things`)).status).toBe(200);
});

test.concurrent.each([
  ...unreadable.filter(([title]) => /never close|unknown tag|2 MB/.test(title)),
  ...unusable.filter(([title]) => /900 levels of schemas$|is null$/.test(title)).slice(0, 2),
])('the command exits with 2 and one line for %s', async (_, file, content) => {
  const path = specFile(file, content);
  const { stderr, ...rest } = await runCli('mock', '--spec', path);
  rmSync(dirname(path), { recursive: true });

  expect(rest).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\.\n$/);
  expect(stderr.startsWith(path)).toBe(true);
});
