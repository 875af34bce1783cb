import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { generateOutputs } from '../src/generate/outputs.js';
import { loadSpec } from '../src/load/load-spec.js';
import { SpecProblems } from '../src/load/spec-problems.js';
import { executableStatements } from './executable-statements.js';
import {
  alice,
  all,
  at,
  customer,
  type Damage,
  edit,
  firstName,
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
  expect(problem).toMatch(at(firstName + 1, /5 {2}.*folder of the spec/));
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
      `properties:\n  "${code}":\n    type: string\n    enum: ["${code}"]\n    x-oms-open-enum: true\n    description: "${code}"\n    examples: ["${code}"]\n`,
    ),
    edit('paths/wallet.yaml', 'summary: Get a wallet', `summary: "${code}"`),
    edit('openapi.yaml', 'description: Production.', `description: "${code}" #`),
  );

  test('stays text in every generated file', async () => {
    const outputs = await generateOutputs(await loadSpec(hostileSpec(damage), configFile), root);
    const ofKind = (end: string) => [...outputs].filter(([path]) => path.endsWith(end));
    const [sources, manifests] = [ofKind('.ts'), ofKind('package.json')];
    const documents = [...ofKind('openapi.json'), ...ofKind('openapi.portable.json')];
    const pages = [...ofKind('.md'), ...ofKind('.txt')];
    expect([...sources, ...documents, ...manifests, ...pages]).toHaveLength(outputs.size);

    for (const [path, content] of sources) expect([path, executableStatements(content)]).toEqual([path, []]);
    for (const [, content] of documents) expect(JSON.parse(content)).toHaveProperty('openapi');
    expect(manifests.map(([path, content]) => [path, Object.keys(JSON.parse(content).spec ?? {})])).toEqual([
      ['packages/client/package.json', ['version', 'sha256']],
      ['packages/mock-server/package.json', []],
    ]);
    for (const [path, content] of pages)
      expect([path, outsideCode(content).match(/.*<x-canary.*/g)]).toEqual([path, null]);
    const showing = (files: typeof sources) => files.filter(([, content]) => content.includes('<x-canary'));
    expect([sources, documents, pages].map((files) => showing(files).length > 0)).toEqual([true, true, true]);
  });
});

/** Markdown without its code blocks, code spans and escapes. */
function outsideCode(markdown: string): string {
  return markdown
    .replace(/^(```+)[\s\S]*?^\1/gm, '')
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
    .replace(/\\</g, '');
}
