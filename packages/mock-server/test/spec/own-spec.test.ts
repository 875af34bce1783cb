import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { specWith } from '../spec-with.js';

test('accepts recursion below a property', async () => {
  const schema = { properties: { next: { $ref: '#/components/schemas/Thing' } } };
  const server = await startMockServer({ mode: 'mock', spec: specWith(schema), listen: false });

  expect((await server.fetch(`${server.url}/things`, { headers: { prefer: 'dynamic' } })).status).toBe(200);
});

test('does not change the document it is given', async () => {
  const spec = specWith({ type: 'object', properties: { a: { type: 'string', description: 'A' } } });
  const before = structuredClone(spec);
  const server = await startMockServer({ mode: 'mock', spec, listen: false });
  await server.fetch(`${server.url}/things`);

  expect(spec).toEqual(before);
});

test('serves below no base path when the spec has no servers', async () => {
  const server = await startMockServer({ mode: 'mock', spec: specWith({}), listen: false });

  expect(server.url).toBe('http://127.0.0.1:0');
});

test('is not concerned by what happens to the document later', async () => {
  const spec = specWith({ type: 'object', required: ['a'] }) as { components: object };
  const server = await startMockServer({ mode: 'mock', spec, listen: false });
  spec.components = {};

  const shown = await (await server.fetch(`${server.url}/__oms/spec`)).json();
  expect(shown).toHaveProperty('components.schemas');
});

test('checks schemas by 2020-12 when the spec names no dialect', async () => {
  const schema = { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false };
  const server = await startMockServer({ mode: 'mock', spec: specWith(schema, {}, { b: 1 }), listen: false });
  await server.fetch(`${server.url}/things`);

  expect(server.violations).toMatchObject([
    { code: 'response.body.additional-property', location: ['body', 'b'] },
  ]);
});

test('does not check what it says itself where the spec declares no such status', async () => {
  const server = await startMockServer({ mode: 'mock', spec: specWith({}), listen: false });
  const response = await server.fetch(`${server.url}/things`, { headers: { prefer: 'code=404' } });

  expect([response.status, server.violations]).toEqual([400, []]);
});

test('generates an answer without a write-only property that requests require', async () => {
  const properties = { a: { type: 'string' }, secret: { type: 'string', writeOnly: true } };
  const schema = { type: 'object', required: ['a', 'secret'], properties };
  const server = await startMockServer({ mode: 'mock', spec: specWith(schema), listen: false });
  const response = await server.fetch(`${server.url}/things`, { headers: { prefer: 'dynamic' } });

  expect(await response.json()).toEqual({ a: expect.any(String) });
  expect(server.violations).toEqual([]);
});
