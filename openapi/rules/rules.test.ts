import { beforeAll, describe, expect, test } from 'vitest';
import { lintSpec, lintText, type Problem } from './lint.js';

/** A document that keeps every rule; each test below breaks one thing in it. */
const sound = `
openapi: 3.1.0
info: { title: Things, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers:
  - { url: https://api.example.org, x-oms-environment: sandbox, x-oms-source: [preview build of the docs] }
security: []
tags: [{ name: Things, description: Things. }]
paths:
  /things/{id}:
    patch:
      operationId: updateThing
      summary: Update a thing
      description: Changes a thing.
      tags: [Things]
      parameters: [{ name: id, in: path, required: true, description: Id., schema: { type: string } }]
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/ThingUpdateRequest' }
            examples: { renamed: { value: { name: Ball, weight: 2 } } }
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Thing' }
              examples: { ball: { value: { name: Ball } } }
        '404':
          description: No such thing.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/ApiErrorBody' }
              examples: { missing: { value: { code: not_found } } }
      x-oms-source: [https://docs.polygon.technology/api-reference/things]
      x-oms-confidence: inferred
      x-oms-curation: things
webhooks:
  thing.changed:
    post:
      operationId: receiveThingChanged
      summary: A thing changed
      description: Sent when a thing changes.
      tags: [Things]
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/ThingEvent' }
            examples: { sample: { value: { event: thing.changed } } }
      responses: { 2XX: { description: Taken. }, '410': { description: Not wanted. } }
      x-oms-source: [https://docs.polygon.technology/payments/webhooks]
      x-oms-confidence: documented
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
    ThingEvent: { type: object, properties: { event: { type: string } } }
    ThingUpdateRequest:
      type: object
      properties: { name: { type: string }, weight: { type: integer, writeOnly: true } }
    ApiErrorBody: { type: object, properties: { code: { type: string } } }
`;
const sections = ['Sources', 'Reading', 'Sure', 'Would change it'].map(
  (part) => `\n**${part}.** [Page][page].\n`,
);
const curation = `# Curation\n\n## things\n${sections.join('')}\n[page]: https://docs.polygon.technology/\n`;

/** Lints the sound document after replacing `part` by `replacement`, and names the rules that object. */
async function rulesBrokenBy(part: string, replacement: string): Promise<string[]> {
  expect(sound).toContain(part);
  const problems = await lintText(sound.replace(part, replacement), curation);
  return [...new Set(problems.map(({ ruleId }) => ruleId))];
}

describe('the spec', () => {
  let problems: Problem[];
  beforeAll(async () => {
    problems = await lintSpec();
  });

  test.each([
    'oms/confidence-present',
    'oms/curation-complete',
    'oms/curation-linked',
    'oms/examples-present',
    'oms/no-write-only-in-responses',
    'oms/one-error-shape',
    'oms/operation-id-style',
    'oms/pattern-compiles',
    'oms/server-environment',
    'oms/source-fits-confidence',
    'oms/source-present',
    'no-invalid-media-type-examples',
  ])('keeps %s', (rule) => {
    expect(problems.filter(({ ruleId }) => ruleId === rule)).toEqual([]);
  });

  test('raises no error and no warning of any rule', () => {
    expect(problems).toEqual([]);
  });
});

describe('a document', () => {
  test('that keeps every rule passes', async () => {
    expect(await lintText(sound, curation)).toEqual([]);
  });

  test.each([
    ['begins with an unknown verb', 'operationId: updateThing', 'operationId: changeThing'],
    ['is not camelCase', 'operationId: updateThing', 'operationId: update_thing'],
    ['is taken', 'operationId: receiveThingChanged', 'operationId: updateThing'],
  ])('fails when an operationId %s', async (_case, part, replacement) => {
    expect(await rulesBrokenBy(part, replacement)).toContain('oms/operation-id-style');
  });

  test.each([
    ['a request body', 'examples: { renamed: { value: { name: Ball, weight: 2 } } }'],
    ['a response', 'examples: { ball: { value: { name: Ball } } }'],
    ['an event', 'examples: { sample: { value: { event: thing.changed } } }'],
  ])('fails when %s has no named example', async (_case, part) => {
    expect(await rulesBrokenBy(part, 'examples: {}')).toEqual(['oms/examples-present']);
  });

  test.each([
    ['a pattern', 'name: { type: string }', "name: { type: string, pattern: '[a-' }"],
    [
      'a key of patternProperties',
      'name: { type: string }',
      "name: { type: object, patternProperties: { '(': {} } }",
    ],
  ])('fails when %s does not compile', async (_case, part, replacement) => {
    expect(await rulesBrokenBy(part, replacement)).toContain('oms/pattern-compiles');
  });

  test.each([
    ['has no environment', ''],
    ['has an unknown environment', 'x-oms-environment: staging, '],
  ])('fails when a server %s', async (_case, replacement) => {
    expect(await rulesBrokenBy('x-oms-environment: sandbox, ', replacement)).toEqual([
      'oms/server-environment',
    ]);
  });

  test('fails when two servers are the same environment', async () => {
    const server = sound.split('\n').find((line) => line.includes('x-oms-environment')) ?? '';
    const both = `${server}\n${server.replace('api.', 'api2.')}`;
    expect(await rulesBrokenBy(server, both)).toEqual(['oms/server-environment']);
  });

  test('fails when an operation gives no source', async () => {
    const source = 'x-oms-source: [https://docs.polygon.technology/api-reference/things]';
    expect(await rulesBrokenBy(source, 'x-oms-source: []')).toEqual(['oms/source-present']);
  });

  test('fails when a server gives no source', async () => {
    expect(await rulesBrokenBy(', x-oms-source: [preview build of the docs]', '')).toEqual([
      'oms/source-present',
    ]);
  });

  test.each([
    ['documented without a public page', 'documented', 'preview build of the docs'],
    [
      'third-party without the code',
      'third-party\n      x-oms-curation: things',
      'preview build of the docs',
    ],
  ])('fails when an event is %s', async (_case, mark, source) => {
    const given =
      'x-oms-source: [https://docs.polygon.technology/payments/webhooks]\n      x-oms-confidence: documented';
    const other = `x-oms-source: [${source}]\n      x-oms-confidence: ${mark}`;
    expect(await rulesBrokenBy(given, other)).toEqual(['oms/source-fits-confidence']);
  });

  test.each([
    ['lacks a part', '**Sure.**', '**Sure.**'],
    ['names a page without an address', '[page]: ', '[page] and gives no address'],
  ])('fails when a section of CURATION.md %s', async (_case, part, message) => {
    const [problem] = await lintText(sound, curation.replace(part, ''));
    expect(problem).toMatchObject({
      ruleId: 'oms/curation-complete',
      message: expect.stringContaining(message.trim()),
    });
  });

  test('fails when a source is not a known one', async () => {
    const source = 'https://docs.polygon.technology/api-reference/things';
    expect(await rulesBrokenBy(source, 'somebody told me')).toEqual(['oms/source-present']);
  });

  test.each([
    ['is missing', 'x-oms-confidence: documented', ''],
    ['is not a known one', 'x-oms-confidence: documented', 'x-oms-confidence: certain'],
    ['is a doubt without a reason', 'x-oms-confidence: documented', 'x-oms-confidence: inferred'],
  ])('fails when a confidence mark %s', async (_case, part, replacement) => {
    expect(await rulesBrokenBy(part, replacement)).toEqual(['oms/confidence-present']);
  });

  test('fails when a curation mark names no section', async () => {
    const mark = 'x-oms-confidence: documented';
    expect(await rulesBrokenBy(mark, `${mark}\n      x-oms-curation: unwritten`)).toEqual([
      'oms/curation-linked',
    ]);
  });

  test('fails when nothing points at a section of CURATION.md', async () => {
    const [problem] = await lintText(sound, `${curation}\n## orphan\n${sections.join('')}`);
    expect(problem).toMatchObject({
      ruleId: 'oms/curation-linked',
      message: expect.stringContaining('## orphan'),
    });
  });

  test.each([
    [
      'a response',
      'Thing: { type: object, properties: { ',
      'Thing: { type: object, properties: { weight: {}, ',
    ],
    ['an event', 'properties: { event:', 'properties: { weight: {}, event:'],
    ['an error', 'properties: { code:', 'properties: { weight: {}, code:'],
  ])('fails when a write-only name is on %s', async (_case, part, replacement) => {
    expect(await rulesBrokenBy(part, replacement)).toEqual(['oms/no-write-only-in-responses']);
  });

  test('fails when an error has another body', async () => {
    const schema = "{ $ref: '#/components/schemas/ApiErrorBody' }";
    expect(await rulesBrokenBy(schema, '{ type: object }')).toContain('oms/one-error-shape');
  });

  test('fails when a response is the default one', async () => {
    const status = "'404':\n          description: No such thing.";
    const both = `${status.replace("'404'", 'default')}\n        ${status}`;
    expect(await rulesBrokenBy(status, both)).toContain('oms/one-error-shape');
  });

  test.each([
    ['a response', '{ value: { name: Ball } }', '{ value: { name: 1 } }'],
    ['a request', 'weight: 2 }', 'weight: heavy }'],
    ['an event', '{ event: thing.changed }', '{ event: 1 }'],
  ])('fails when the example of %s breaks its schema', async (_case, part, replacement) => {
    expect(await rulesBrokenBy(part, replacement)).toContain('no-invalid-media-type-examples');
  });
});
