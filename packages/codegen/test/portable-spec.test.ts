import { beforeAll, expect, test } from 'vitest';
import { generatePortableSpec } from '../src/generate/facts.js';
import { type BundledSpec, loadSpec } from '../src/load/load-spec.js';
import { configFile, rootFile } from './spec-copy.js';

type Node = Record<string, unknown>;

let spec: BundledSpec;
let portable: { readonly info: { readonly description: string }; readonly components: { schemas: Node } };
beforeAll(async () => {
  spec = await loadSpec(rootFile, configFile);
  portable = JSON.parse(generatePortableSpec(spec));
});

const portableSchema = (schema: Node): unknown =>
  JSON.parse(generatePortableSpec({ ...spec, json: JSON.stringify({ schema }) })).schema;

test('an open enum takes what it lists, or any other value of its type', () => {
  const description = 'Whether it can be used.';
  const open = { type: ['string', 'null'], enum: ['on', null], description, 'x-oms-open-enum': true };
  const anyOf = [{ type: ['string', 'null'], enum: ['on', null] }, { type: ['string', 'null'] }];
  expect(portableSchema(open)).toEqual({ description, anyOf });
});

test('known values become an enum beside any text', () => {
  const anyOf = [{ type: 'string', enum: ['usdc', 'eth'] }, { type: 'string' }];
  expect(portableSchema({ type: 'string', 'x-oms-known-values': ['usdc', 'eth'] })).toEqual({ anyOf });
});

test.each([
  ['an enum that is not open', { type: 'string', enum: ['on'] }],
  ['one whose values are marked as known', { type: 'string', enum: ['ssn'], 'x-oms-known-values': ['ssn'] }],
  ['how sure the known values are', { 'x-oms-confidence-of': { 'x-oms-known-values': 'third-party' } }],
])('%s stays as it is', (_, schema) => {
  expect(portableSchema(schema)).toEqual(schema);
});

test('opens every enum of the spec that is marked, and says so', () => {
  const marks = (json: string) => json.match(/"x-oms-open-enum"/g)?.length ?? 0;
  const opened = JSON.stringify(portable).match(/"anyOf":\[\{"type":"string","enum":/g)?.length ?? 0;
  expect(marks(spec.json)).toBeGreaterThan(5);
  expect(marks(JSON.stringify(portable))).toBe(0);
  expect(opened).toBeGreaterThan(marks(spec.json));
  expect(portable.info.description).toContain('portable flavour');
});

test('differs from the spec in nothing else', () => {
  const { schemas } = portable.components;
  const { schemas: originals } = JSON.parse(spec.json).components as { schemas: Node };
  const other = Object.keys(originals).filter(
    (name) => JSON.stringify(originals[name]) !== JSON.stringify(schemas[name]),
  );
  const marked = /"x-oms-open-enum"|"x-oms-known-values":\[/;
  for (const name of other)
    expect([name, JSON.stringify(originals[name])]).toEqual([name, expect.stringMatching(marked)]);
});
