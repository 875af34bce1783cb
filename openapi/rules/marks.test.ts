import { describe, expect, test } from 'vitest';
import { lintText } from './lint.js';
import { curation, rulesBrokenBy, rulesBrokenIn, sections, sound } from './sound-document.js';

describe('a document', () => {
  test('fails when an operation gives no source', async () => {
    const source = 'x-oms-source: [https://docs.polygon.technology/api-reference/things]';
    expect(await rulesBrokenBy(source, 'x-oms-source: []')).toEqual(['oms/source-present']);
  });

  test('fails when a server gives no source', async () => {
    expect(await rulesBrokenBy(', x-oms-source: [unreleased build of the docs]', '')).toEqual([
      'oms/source-present',
    ]);
  });

  test.each([
    ['documented without a public page', 'documented', 'unreleased build of the docs'],
    [
      'third-party without the code',
      'third-party\n      x-oms-curation: things',
      'unreleased build of the docs',
    ],
  ])('fails when an event is %s', async (_case, mark, source) => {
    const given =
      'x-oms-source: [https://docs.polygon.technology/payments/webhooks]\n      x-oms-confidence: documented';
    const other = `x-oms-source: [${source}]\n      x-oms-confidence: ${mark}`;
    expect(await rulesBrokenBy(given, other)).toEqual(['oms/source-fits-confidence']);
  });

  test.each([
    ['lacks a part', '**Confidence.**', '**Confidence.**'],
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

  const weight = 'weight: { type: integer,';

  test.each([
    ['is not marked', 'minimum: 1,', 'keyword-confidence'],
    ['is marked and missing', 'x-oms-confidence-of: { minimum: documented },', 'keyword-confidence'],
    ['has an unknown mark', 'minimum: 1, x-oms-confidence-of: { minimum: certain },', 'confidence-present'],
    [
      'is doubtful without a reason',
      'minimum: 1, x-oms-confidence-of: { minimum: inferred },',
      'confidence-present',
    ],
  ])('fails when a constraint %s', async (_case, keywords, rule) => {
    expect(await rulesBrokenBy(weight, `${weight} ${keywords}`)).toEqual([`oms/${rule}`]);
  });

  test('passes when a documented field has an inferred constraint', async () => {
    const mark = 'x-oms-confidence-of: { minimum: inferred }, x-oms-curation: things,';
    expect(await rulesBrokenBy(weight, `${weight} minimum: 1, ${mark}`)).toEqual([]);
  });

  test('passes when the response of a documented operation is inferred', async () => {
    const mark = 'x-oms-confidence: inferred, x-oms-curation: things';
    const answer = "'200':\n          description: The thing.";
    const marked = `${answer}\n          ${mark.replace(', ', '\n          ')}`;
    expect(await rulesBrokenBy(answer, marked)).toEqual([]);
  });

  test('fails when a mark beside a $ref names no section', async () => {
    const items = 'properties: { code:';
    const part = "{ $ref: '#/components/schemas/Thing', description: Part., x-oms-curation: unwritten }";
    const list = `properties: { part: ${part}, code:`;
    expect(await rulesBrokenBy(items, list)).toEqual(['oms/curation-linked']);
  });

  test.each(['Thing', 'ThingEvent', 'ThingUpdateRequest', 'ApiErrorBody'])(
    'fails when the shared schema %s has no confidence',
    async (name) => {
      const [before = '', after = ''] = sound.split(`    ${name}:\n`);
      const unmarked = after.replace('      x-oms-confidence: documented\n', '');
      expect(await rulesBrokenIn(`${before}    ${name}:\n${unmarked}`)).toEqual(['oms/shared-confidence']);
    },
  );

  test('fails when an event is called a precedent without naming it', async () => {
    const given = 'x-oms-confidence: documented\ncomponents';
    const other = 'x-oms-confidence: precedent\n      x-oms-curation: things\ncomponents';
    expect(await rulesBrokenBy(given, other)).toEqual(['oms/source-fits-confidence']);
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
});
