import { fileURLToPath } from 'node:url';
import { SpecError, startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { specWith } from '../spec-with.js';

async function failure(spec: object | string): Promise<SpecError> {
  const outcome = await startMockServer({ mode: 'mock', spec, listen: false }).catch(
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(SpecError);
  return outcome as SpecError;
}

test.each<[string, unknown, string, string]>([
  ['a type there is not', { type: 'strnig' }, '/components/schemas/Thing/type', 'type'],
  [
    'a keyword with a wrong value',
    { properties: { a: { minLength: '1' } } },
    '/components/schemas/Thing/properties/a/minLength',
    'minLength',
  ],
  [
    'a list that should be an object',
    { properties: [] },
    '/components/schemas/Thing/properties',
    'properties',
  ],
  [
    'a bad pattern',
    { properties: { a: { pattern: '[' } } },
    '/components/schemas/Thing/properties/a/pattern',
    'pattern',
  ],
  [
    'a bad pattern for names',
    { patternProperties: { '(': {} } },
    '/components/schemas/Thing/patternProperties/(',
    'patternProperties',
  ],
  ['a pattern that needs no u flag', { pattern: '\\-' }, '/components/schemas/Thing/pattern', 'pattern'],
  [
    'a number below what the keyword takes',
    { minLength: -1 },
    '/components/schemas/Thing/minLength',
    'minLength',
  ],
  [
    'another dialect',
    { $schema: 'http://json-schema.org/draft-07/schema#' },
    '/components/schemas/Thing',
    '$schema',
  ],
  ['a misspelt keyword', { proprties: {} }, '/components/schemas/Thing', 'proprties'],
  ['nullable of OpenAPI 3.0', { type: 'string', nullable: true }, '/components/schemas/Thing', 'nullable'],
  [
    'a reference to nothing',
    { items: { $ref: '#/components/schemas/Nothing' } },
    '/components/schemas/Thing/items',
    '$ref',
  ],
  ['a reference to another file', { $ref: './thing.yaml' }, '/components/schemas/Thing', '$ref'],
  [
    'a reference to a web page',
    { $ref: 'https://example.com/thing.json' },
    '/components/schemas/Thing',
    '$ref',
  ],
  ['a reference to itself', { $ref: '#/components/schemas/Thing' }, '/components/schemas/Thing', '$ref'],
])('refuses %s and names the place and the keyword', async (_, schema, pointer, keyword) => {
  expect(await failure(specWith(schema))).toMatchObject({
    pointer,
    keyword,
    message: expect.stringMatching(/^#\/.+: .+\. .+\.$/s),
  });
});

test.each<[string, object, string]>([
  ['another version', { openapi: '3.0.3' }, '/openapi'],
  ['no version', { openapi: undefined, swagger: '2.0' }, '/openapi'],
  ['another dialect', { jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' }, '/jsonSchemaDialect'],
  ['no paths', { paths: {} }, '/paths'],
  ['an unknown security scheme', { security: [{ Nobody: [] }] }, '/security/0'],
  [
    'a parameter in a place there is not',
    { paths: { '/a': { parameters: [{ name: 'x', in: 'body' }], get: { responses: {} } } } },
    '/paths/~1a/parameters/0',
  ],
  [
    'a header that cannot be sent',
    { paths: { '/a': { get: { responses: { 200: { headers: { X: { example: 'a\nb' } } } } } } } },
    '/paths/~1a/get/responses/200/headers/X',
  ],
])('refuses %s', async (_, rest, pointer) => {
  expect(await failure(specWith({}, rest))).toMatchObject({ pointer });
});

test.each<[string, unknown, object, string, string]>([
  ['a misspelt keyword', { proprties: {} }, {}, '/x-shared/Name', 'proprties'],
  [
    'a misspelt keyword further on',
    { properties: { a: { $ref: '#/x-shared/Deep' } } },
    {},
    '/x-shared/Deep',
    'minLenght',
  ],
  ['a bad pattern', { pattern: '[' }, {}, '/x-shared/Name/pattern', 'pattern'],
  ['a text', 'name', {}, '/x-shared/Name', ''],
  [
    'a schema below a default',
    { $ref: '#/components/schemas/Other/default' },
    { Other: { default: { minLenght: 1 } } },
    '/components/schemas/Other/default',
    'minLenght',
  ],
])('refuses %s where only a $ref leads', async (_, name, schemas, pointer, keyword) => {
  const thing = { properties: { name: { $ref: '#/x-shared/Name' } } };
  const rest = {
    'x-shared': { Name: name, Deep: { minLenght: 1 } },
    components: { schemas: { Thing: thing, ...schemas } },
  };

  expect(await failure(specWith(thing, rest))).toMatchObject({ pointer, ...(keyword && { keyword }) });
});

test.each([
  ['a sample', '#/components/examples/Name/value', /points into a sample/],
  ['an anchor', '#name', /points at an anchor/],
])('refuses a $ref that points at %s', async (_, reference, said) => {
  const thing = { properties: { name: { $ref: reference } } };
  const components = { schemas: { Thing: thing }, examples: { Name: { value: { type: 'string' } } } };

  expect((await failure(specWith(thing, { components }))).message).toMatch(said);
});

test('takes a $ref to a schema that is no component', async () => {
  const thing = { properties: { name: { $ref: '#/components/headers/Name/schema' } } };
  const headers = { Name: { schema: { type: 'string' } } };
  const spec = specWith(thing, { components: { schemas: { Thing: thing }, headers } });

  await startMockServer({ mode: 'mock', spec, listen: false }).then((server) => server.close());
});

test.each([
  ['an empty object', {}],
  ['a list', []],
  ['a file there is not', '/nowhere/openapi.yaml'],
  ['a folder', import.meta.dirname],
  ['a file that is not JSON', fileURLToPath(import.meta.url)],
])('refuses %s', async (_, spec) => {
  expect((await failure(spec)).message).toMatch(/\. .+\.$/s);
});
