import { describe, expect, test } from 'vitest';
import { lintText } from './lint.js';
import { curation, rulesBrokenBy, sections, sound } from './sound-document.js';

describe('a document', () => {
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
