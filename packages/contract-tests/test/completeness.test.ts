import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calls } from '../src/calls.js';
import { forgottenSteps, type Walk } from '../src/completeness.js';
import { readSpec } from '../src/spec.js';

const packages = new URL('../../', import.meta.url);

function textsIn(folder: string): string {
  const files = readdirSync(new URL(folder, packages), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  return sources.map((file) => readFileSync(new URL(`${folder}/${file}`, packages), 'utf8')).join('\n');
}

function walk(): Walk {
  return {
    spec: readSpec(),
    models: readFileSync(new URL('client/src/models.ts', packages), 'utf8'),
    resources: textsIn('client/src/resources'),
    sandbox: textsIn('mock-server/src/sandbox'),
    calls: Object.keys(calls),
  };
}

test('every operation went through all steps of CONTRIBUTING.md', () => {
  expect(forgottenSteps(walk())).toEqual([]);
});

const wallet = (whole: Walk): Record<string, unknown> =>
  Object(whole.spec.paths['/customers/{id}/wallets']?.['post']);

test.each([
  ['step 1, spec', (whole) => Object.assign(wallet(whole), { 'x-oms-source': [] })],
  ['step 1, spec', (whole) => delete wallet(whole)['x-oms-confidence']],
  ['step 2, examples', (whole) => withoutExamples(whole)],
  ['step 4, model', (whole) => forget(whole, 'models', /Schema<'WalletCreateRequest'>/)],
  ['step 5, resource', (whole) => forget(whole, 'resources', /\/\*\* `POST \/customers\/\{id\}\/wallets`/)],
  ['step 6, sandbox', (whole) => forget(whole, 'sandbox', /\bcreateWallet\b/)],
  [
    'step 6, sandbox',
    (whole) => Object.assign(whole, { sandbox: `${whole.sandbox} no_rule_for_createWallet` }),
  ],
  [
    'step 7, contract test',
    (whole) => Object.assign(whole, { calls: whole.calls.filter((id) => id !== 'createWallet') }),
  ],
] satisfies [string, (whole: Walk) => unknown][])('names what was forgotten: %s', (step, edit) => {
  const whole = walk();
  edit(whole);
  const ofWallet = forgottenSteps(whole).filter((sentence) => sentence.startsWith('createWallet: '));
  expect(ofWallet).toEqual([expect.stringMatching(`^createWallet: ${step}: `)]);
});

function forget(whole: Walk, folder: 'models' | 'resources' | 'sandbox', part: RegExp): void {
  expect(whole[folder]).toMatch(part);
  Object.assign(whole, { [folder]: whole[folder].replace(new RegExp(part, 'g'), '') });
}

function withoutExamples(whole: Walk): void {
  const body = wallet(whole)['requestBody'] as { content: { 'application/json': { examples?: object } } };
  delete body.content['application/json'].examples;
}
