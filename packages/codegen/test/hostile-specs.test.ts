import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadSpec } from '../src/load-spec.js';
import { generateOutputs } from '../src/outputs.js';
import { SpecProblems } from '../src/spec-problems.js';
import { executableStatements } from './executable-statements.js';
import {
  alice,
  all,
  customer,
  type Damage,
  edit,
  hostileSpec,
  property,
  put,
  refused,
} from './hostile-specs.js';
import { configFile, root, temporaryFolder } from './spec-copy.js';

/** The first problem with a damaged spec, as `file:line:column  what is wrong`. */
async function firstProblem(damage: Damage): Promise<string> {
  const error: unknown = await loadSpec(hostileSpec(damage), configFile).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecProblems);
  const { message } = error as SpecProblems;
  expect(message).not.toMatch(/^\s+at /m);
  return message.split('\n')[1]?.trim() ?? '';
}

test.each(refused)('refuses %s, and says where', async (_case, damage, message) => {
  expect(await firstProblem(damage)).toMatch(message);
});

test('refuses a link that leads out of the folder', async () => {
  const outside = join(temporaryFolder(), 'outside.yaml');
  writeFileSync(outside, 'type: string\n');
  const link: Damage = (folder) => symlinkSync(outside, join(folder, 'schemas/Link.yaml'));
  const problem = await firstProblem(all(property('\n    $ref: ./Link.yaml'), link));
  expect(problem).toMatch(/^schemas\/Customer\.yaml:32:5 {2}.*folder of the spec/);
});

test.each([
  ['a schema', (url: string) => property(`\n    $ref: ${url}`)],
  ['a path', (url: string) => edit('openapi.yaml', 'paths/wallet.yaml', url)],
  [
    'an example',
    (url: string) => edit('paths/customers.yaml', '../examples/customer-created-alice.json', url),
  ],
  ['an external value', (url: string) => put(alice, `{ "externalValue": "${url}" }`)],
])('never touches the network for %s', async (_case, damage) => {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end('type: string');
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;

  expect(await firstProblem(damage(`http://127.0.0.1:${port}/x.yaml`))).toMatch(
    /^\S+:\d+:\d+ {2}.*never to the network/,
  );
  expect(visits).toBe(0);
});

const bom: Damage = (folder) => {
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);
};
const carriageReturns: Damage = (folder) => {
  for (const file of ['openapi.yaml', customer, alice].map((name) => join(folder, name)))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
};
const nothing: Damage = () => undefined;

test.each([
  ['a byte order mark', bom],
  ['Windows line ends', carriageReturns],
])('%s changes nothing that is generated', async (_case, damage) => {
  const plain = await loadSpec(hostileSpec(nothing), configFile);
  expect((await loadSpec(hostileSpec(damage), configFile)).sha256).toBe(plain.sha256);
});

test('a schema that contains itself is fine', async () => {
  const spec = loadSpec(
    hostileSpec(edit(customer, 'properties:\n', 'properties:\n  parent:\n    $ref: ./Customer.yaml\n')),
    configFile,
  );
  await expect(spec).resolves.toBeDefined();
});

describe('text of the spec that looks like code', () => {
  const code = `\\"; globalThis.injected = 1; '*/ injected() /* \${injected} \`x\` <x-canary y=1> \\u2028 \\u2029 -->`;
  const damage = all(
    edit(
      customer,
      'properties:\n',
      `properties:\n  "${code}":\n    type: string\n    enum: ["${code}"]\n    x-oms-open-enum: true\n    description: "${code}"\n`,
    ),
    edit('paths/wallet.yaml', 'summary: Get a wallet', `summary: "${code}"`),
    edit('openapi.yaml', 'description: Production.', `description: "${code}" #`),
  );

  test('stays text in every generated file', async () => {
    const outputs = await generateOutputs(await loadSpec(hostileSpec(damage), configFile), root);
    const ofKind = (end: string) => [...outputs].filter(([path]) => path.endsWith(end));
    const sources = ofKind('.ts').map(([path, content]) => [path, executableStatements(content)]);

    expect(sources.filter(([, statements]) => statements?.length !== 0)).toEqual([]);
    for (const [, content] of ofKind('.json')) expect(() => JSON.parse(content)).not.toThrow();
    for (const [path, content] of [...ofKind('.md'), ...ofKind('.html'), ...ofKind('.txt')])
      expect([path, outsideCode(content).match(/.*<x-canary.*/g)]).toEqual([path, null]);
  });
});

/** Markdown without its code blocks, code spans and escapes. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(```+)[\s\S]*?^\1/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
    .replace(/\\</g, '');
}

describe('every command', () => {
  const cli = (name: string) => fileURLToPath(new URL(`../src/${name}cli.ts`, import.meta.url));
  const run = (name: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', cli(name), ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  test.each([
    ['generate', '', ['--check']],
    ['spec:diff', 'spec-diff/', []],
    ['spec:coverage', 'confidence/', []],
  ])('%s ends with 1 and file and line', (_command, name, args) => {
    const { status, stderr, stdout } = run(name, '--spec', hostileSpec(property('[a]')), ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^ {2}schemas\/Customer\.yaml:31:\d+ {2}/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['a list', '[]'],
    ['no JSON', 'openapi: 3.1.0'],
  ])('spec:diff names a base that is %s', (_case, content) => {
    const base = join(temporaryFolder(), 'base.json');
    if (content !== undefined) writeFileSync(base, content);
    const { status, stderr } = run('spec-diff/', '--base', base);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(base) });
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
