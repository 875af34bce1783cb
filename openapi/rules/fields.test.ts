import { describe, expect, test } from 'vitest';
import { rulesBrokenBy, rulesBrokenIn, sound } from './sound-document.js';

const name = 'name: { type: string, description: Name., examples: [Ball] }';
const code = 'code: { type: string, description: Code., examples: [not_found] }';

/** The sound document with a second event, and a name whose known values are these. */
function withTwoEvents(values: string): string {
  const [before = '', after = ''] = sound.split('webhooks:\n');
  const [event = '', rest = ''] = after.split('components:\n');
  const other = event.replace('thing.changed:', 'thing.moved:').replace('ThingChanged', 'ThingMoved');
  const known = name.replace(' }', `, x-oms-known-values: ${values} }`);
  return `${before.replace(name, known)}webhooks:\n${event}${other}components:\n${rest.replace(name, known)}`;
}

/** The sound document with an asset in two schemas, described in these words. */
function withTwoAssets(one: string, two: string): string {
  const asset = (words: string) => `asset: { type: string, description: ${words}, examples: [usdc] }`;
  return sound.replace(name, `${name}, ${asset(one)}`).replace(code, `${code}, ${asset(two)}`);
}

describe('a document', () => {
  test.each([
    ['has no description', 'name: { type: string, examples: [Ball] }'],
    ['has no example', 'name: { type: string, description: Name. }'],
    [
      'is a list of texts without an example',
      'name: { type: array, items: { type: string }, description: A. }',
    ],
  ])('fails when a field %s', async (_case, replacement) => {
    expect(await rulesBrokenBy(name, replacement)).toContain('oms/properties-documented');
  });

  test('fails when two schemas differ in a field that is the same everywhere', async () => {
    expect(await rulesBrokenIn(withTwoAssets('Asset.', 'Asset.'))).toEqual([]);
    expect(await rulesBrokenIn(withTwoAssets('Asset.', 'Coin.'))).toEqual(['oms/same-fields']);
  });

  test.each([
    ['names one twice', '[a, a]'],
    ['is empty', '[]'],
    ['lacks an event', '[thing.changed]'],
  ])('fails when a list of known values %s', async (_case, values) => {
    expect(await rulesBrokenIn(withTwoEvents(values))).toEqual(['oms/known-values']);
  });

  test.each(['[a]', '[thing.changed, thing.moved, thing.*]'])(
    'passes with the known values %s',
    async (values) => {
      expect(await rulesBrokenIn(withTwoEvents(values))).toEqual([]);
    },
  );

  test('fails when known values differ from the enum beside them', async () => {
    const both = name.replace(' }', ', enum: [Ball, Cube], x-oms-known-values: [Ball] }');
    expect(await rulesBrokenBy(name, both)).toEqual(['oms/known-values']);
  });
});
