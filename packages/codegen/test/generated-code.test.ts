import { beforeAll, describe, expect, test } from 'vitest';
import {
  generateFieldNames,
  generateOperationFacts,
  generatePackageVersion,
  generateRedactionTable,
  generateResponseShapes,
  generateSandboxOperations,
  generateSpecVersion,
} from '../src/generate/facts.js';
import { generateTypes } from '../src/generate/types.js';
import { type BundledSpec, describeSpec } from '../src/load/load-spec.js';
import { executableStatements } from './executable-statements.js';

type Schema = Record<string, unknown>;

function specWith(schema: Schema, path = '/things'): BundledSpec {
  const post = {
    operationId: 'createThing',
    description: 'Ends the comment */ globalThis.injected = true; /*',
    parameters: [{ $ref: '#/components/parameters/Key' }],
    security: [],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    responses: { 204: { description: 'Done' } },
  };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: "1'; globalThis.injected = true; //" },
    servers: [{ url: "https://x.example/'+globalThis.injected+'", 'x-oms-environment': 'sandbox' }],
    paths: { [path]: { post } },
    components: {
      parameters: {
        Key: { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } },
      },
      schemas: { Thing: { type: 'object', properties: { field: schema } } },
    },
  };
  return describeSpec(document);
}

describe('an open enum', () => {
  let types: string;
  beforeAll(async () => {
    const open = { type: ['string', 'null'], enum: ['on', null], 'x-oms-open-enum': true };
    types = await generateTypes(specWith(open));
  });

  test('keeps its values, null and anything unrecognized', () => {
    expect(types).toMatch(/field\?: \("on" \| null \| Unrecognized\) \| undefined;/);
  });

  test('of numbers stays a number', async () => {
    const open = { type: 'integer', enum: [1, -2], 'x-oms-open-enum': true };
    expect(await generateTypes(specWith(open))).toMatch(/field\?: \(1 \| -2 \| number\) \| undefined;/);
  });

  test('stays closed without the mark', async () => {
    expect(await generateTypes(specWith({ type: 'string', enum: ['on'] }))).toMatch(
      /field\?: "on" \| undefined;/,
    );
  });
});

test('known values are suggested, and any other text is taken', async () => {
  const known = { type: 'string', 'x-oms-known-values': ['usdc', 'eth'] };
  expect(await generateTypes(specWith(known))).toMatch(
    /field\?: \("usdc" \| "eth" \| \(string & \{\}\)\) \| undefined;/,
  );
});

test('a property that only refers to a schema has the description of that schema', async () => {
  const spec = specWith({ $ref: '#/components/schemas/Part' });
  const part = { type: 'object', description: 'What a thing is made of.' };
  Object.assign(Object(spec.model.document['components']).schemas, { Part: part });
  const types = await generateTypes({ ...spec, json: JSON.stringify(spec.model.document) });
  expect(types).toMatch(
    /What a thing is made of\. \*\/\s+field\?: components\["schemas"\]\["Part"\] \| undefined;/,
  );
});

describe('text of the spec', () => {
  test.each([
    '/things',
    '/things/*/globalThis.injected=true/*',
    '/"];globalThis.injected=true;["',
    "/'+injected+'",
  ])('never becomes code: path %s', async (path) => {
    const spec = specWith(
      { type: 'string', enum: ['"; injected', '*/ injected'], description: '*/ injected' },
      path,
    );
    const facts = [
      generateOperationFacts,
      generateSpecVersion,
      generateRedactionTable,
      generateFieldNames,
      generateResponseShapes,
      generateSandboxOperations,
    ];
    const sources = [await generateTypes(spec), ...facts.map((generate) => generate(spec))];
    expect(sources.flatMap(executableStatements)).toEqual([]);
  });

  test('is seen by this test when it does become code', () => {
    expect(executableStatements('export const a = "b";\ninjected();')).toEqual(['injected();']);
    expect(executableStatements('export const a = injected();')).toHaveLength(1);
  });
});

test('the redaction table names what is write-only, in place or by reference', () => {
  const spec = specWith({ type: 'string', writeOnly: true });
  const { document } = spec.model;
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  schemas['Secret'] = { type: 'object', writeOnly: true };
  schemas['Other'] = {
    properties: { secret: { $ref: '#/components/schemas/Secret' }, plain: { type: 'string' } },
  };

  expect(generateRedactionTable(describeSpec(document))).toMatch(
    /writeOnlyNames.+ = \[\s+"field",\s+"secret"\s+\];/,
  );
});

test('the names of fields are those of parameters and of everything in request bodies', () => {
  const part = { type: 'object', properties: { inner: { type: 'string' } } };
  const recursive = { type: 'object', properties: { next: { $ref: '#/components/schemas/Recursive' } } };
  const spec = specWith({
    type: 'array',
    items: { allOf: [part, { $ref: '#/components/schemas/Recursive' }] },
  });
  const { document } = spec.model;
  Object.assign((document['components'] as { schemas: object }).schemas, { Recursive: recursive });

  expect(generateFieldNames(describeSpec(document))).toMatch(
    /= \[\s+"Idempotency-Key",\s+"field",\s+"inner",\s+"next"\s+\];/,
  );
});

test('the sandbox knows what each field of a body may be, also of what a schema combines', () => {
  const spec = specWith({ type: ['integer', 'null'] });
  const { document } = spec.model;
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  const part = { required: ['tags'], properties: { tags: { type: 'array' }, more: {} } };
  schemas['Thing'] = { ...Object(schemas['Thing']), required: ['field'], allOf: [part] };

  const source = generateSandboxOperations(describeSpec(document)).replace(/\s+/g, ' ');

  expect(source).toContain(
    '"createThing": { "isRequired": false, "fields": { "tags": "list", "more": "anything", "field": "number or null" }, "required": [ "tags", "field" ] }',
  );
  expect(source).toContain('operationsWithKey: readonly string[] = [ "createThing" ]');
});

describe('operation facts', () => {
  test('say which environment has which base URL', () => {
    expect(generateOperationFacts(specWith({}))).toContain(
      '"sandbox": "https://x.example/\'+globalThis.injected+\'"',
    );
  });

  test('list operations without a token', () => {
    expect(generateOperationFacts(specWith({}))).toMatch(/operationsWithoutToken.+\[\s+"POST \/things"\s+\]/);
  });

  test('leave out POSTs that take an idempotency key', () => {
    expect(generateOperationFacts(specWith({}))).toMatch(/postsWithoutIdempotencyKey.+ = \[\]/);
  });
});

test('the package version is the one in package.json', () => {
  expect(generatePackageVersion('{ "version": "1.2.3" }')).toContain("packageVersion = '1.2.3'");
});
