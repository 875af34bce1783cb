import { describe, expect, test } from 'vitest';
import { lintText } from './lint.js';
import { curation, rulesBrokenBy, sound } from './sound-document.js';

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

  test.each(['/things/{{id}}', '/things/{id', '/things//{id}', '/th`ings/{id}', '/things/{i d}'])(
    'fails when a path is %s',
    async (path) => {
      expect(await rulesBrokenBy('/things/{id}:', `"${path}":`)).toContain('oms/path-template');
    },
  );

  test.each([
    ['a request body', 'examples: { renamed: { value: { name: Ball, weight: 2 } } }'],
    ['a response', 'examples: { ball: { value: { name: Ball } } }'],
    ['an event', 'examples: { sample: { value: { event: thing.changed } } }'],
  ])('fails when %s has no named example', async (_case, part) => {
    expect(await rulesBrokenBy(part, 'examples: {}')).toEqual(['oms/examples-present']);
  });

  test.each([
    ['a pattern', 'name: { type: string,', "name: { type: string, pattern: '[a-',"],
    ['a key of patternProperties', 'name: { type: string,', "name: { patternProperties: { '(': {} },"],
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

  test.each([
    ['a response', 'properties: { name:', 'properties: { weight: { description: W. }, name:'],
    ['an event', 'properties: { event:', 'properties: { weight: { description: W. }, event:'],
    ['an error', 'properties: { code:', 'properties: { weight: { description: W. }, code:'],
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
