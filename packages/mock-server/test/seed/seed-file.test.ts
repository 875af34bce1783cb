import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, expect, test } from 'vitest';
import { runCli, startCli } from '../cli/running-cli.js';
import { observedSandbox } from '../sandbox/observed-sandbox.js';

const folder = mkdtempSync(join(tmpdir(), 'oms-seed-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** What a server says of a file, without the folder. */
async function refusalOf(path: string): Promise<string> {
  const started = startMockServer({ listen: false, seedData: path });
  const message = await started.then(
    () => 'started',
    (error: Error) => error.message,
  );
  return message.replace(`${folder}/`, '');
}

const bomb = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`),
];

test.each<[string, string, string]>([
  [
    'name.yaml',
    'customers:\n  - firstName: Ada\n    fistName: Bea\n',
    'name.yaml, line 3: customers[0].fistName cannot be used: fistName is not a field of a customer; did you mean firstName?',
  ],
  [
    'dialect.yaml',
    'customers: []\ndialect: v0.12\n',
    'dialect.yaml, line 2: dialect cannot be used: the preset of a dialect must be one of documented, v0.11, precedent; did you mean v0.11?',
  ],
  [
    'date.yaml',
    'customers:\n  - {}\n  - birthDate: 1990-02-31\n',
    'date.yaml, line 3: customers[1].birthDate must be a date that exists, such as 2000-02-29',
  ],
  [
    'number.yaml',
    'customers:\n- phone: +12025550143\n',
    'number.yaml, line 2: customers[0].phone must be string; put it in quotes',
  ],
  [
    'missing.yaml',
    'webhookEndpoints:\n\n  - secret: whsec_x\n',
    'missing.yaml, line 3: webhookEndpoints[0].url is required',
  ],
  [
    'wrong.json',
    '{\n  "customers": [\n    { "type": "company" }\n  ]\n}',
    'wrong.json, line 3: customers[0].type must be individual',
  ],
  [
    'rules.yaml',
    'customers: 2\nscenarios:\n  - approve\n  - reject; emial=a@example.com\n',
    'rules.yaml, line 4: scenarios[1] cannot be used: emial is not a field of a scenario; did you mean email?',
  ],
  ['syntax.yaml', 'customers: [\n  {\n', 'syntax.yaml, line 3: the seed data cannot be used: it is not YAML'],
  [
    'twice.yaml',
    'customers: 1\ncustomers: 2\n',
    'twice.yaml, line 2: the seed data cannot be used: the key "customers" is there twice',
  ],
  ['bomb.yaml', bomb.join('\n'), 'bomb.yaml: the seed data cannot be used: its aliases cannot be resolved'],
  [
    'large.yaml',
    `# ${'x'.repeat(2 ** 21)}`,
    'large.yaml: the seed data cannot be used: this is larger than 2 MB',
  ],
  ['list.yaml', '- 1', 'list.yaml, line 1: the seed data must be an object'],
])('%s is refused with its place', async (name, text, message) => {
  expect(await refusalOf(file(name, text))).toContain(message);
});

test.each([
  ['nowhere.yaml', 'it cannot be read, because there is no such file'],
  ['.', 'it cannot be read, because it is a folder'],
])('%s is refused', async (name, reason) => {
  expect(await refusalOf(join(folder, name))).toContain(`the seed data cannot be used: ${reason}`);
});

test('text that is not UTF-8 is refused', async () => {
  expect(await refusalOf(file('latin.yaml', Buffer.from([0xff, 0xfe, 0x41])))).toContain(
    'this is not UTF-8 text',
  );
});

test.each([
  ['empty.yaml', ''],
  ['count.json', '{ "customers": 3 }'],
])('%s is taken', async (name, text) => {
  expect(await refusalOf(file(name, text))).toBe('started');
});

test('with a state file, data is put in once', async () => {
  const options = { seedData: { customers: 3 }, state: join(folder, 'kept.state') };
  const count = async () => {
    const { server, send } = await observedSandbox(1, options);
    const { body } = await send('GET', '/customers');
    await server.close();
    return (body['data'] as object[]).length;
  };

  expect([await count(), await count()]).toEqual([3, 3]);
});

test('init writes a file that a server begins with, and never over another', async () => {
  const path = join(folder, 'oms-mock.yaml');

  expect(await runCli('init', path)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--seed-data') as string,
  });
  const { stop } = await startCli('--seed-data', path, '--quiet');
  expect(await stop()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^http:\S+\n! the webhook endpoint/) as string,
    stderr: '',
  });
  writeFileSync(path, 'mine');
  expect(await runCli('init', path)).toMatchObject({
    code: 2,
    stderr: `${path} was not written: it exists already; name another one.\n`,
  });
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test('init does not follow a link', async () => {
  const link = join(folder, 'link.yaml');
  symlinkSync(join(folder, 'target.yaml'), link);

  expect((await runCli('init', link)).code).toBe(2);
  expect(existsSync(join(folder, 'target.yaml'))).toBe(false);
});

test('the command refuses a file that cannot be used in one sentence', async () => {
  const path = file('cli.yaml', 'customers: [{ fistName: Ada }]');

  expect(await runCli('--seed-data', path)).toMatchObject({
    code: 2,
    stderr: `${path}, line 1: customers[0].fistName cannot be used: fistName is not a field of a customer; did you mean firstName?\n`,
  });
});
