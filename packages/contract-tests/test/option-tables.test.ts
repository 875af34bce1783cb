import { describe, expect, test } from 'vitest';
import { tableAfter } from '../src/markdown-table.js';

const client = 'packages/client/README.md';

/** Sections of the generated options page, which follows the sources, and where a README shows the same options. */
const sections = [
  { titles: ['new OmsClient(options)'], readme: client, heading: '### Options of the client' },
  { titles: ['Options of one call'], readme: client, heading: '### Options of one call' },
  { titles: ['Options of waitForEndorsement'], readme: client, heading: '## Waiting for an endorsement' },
  { titles: ['nodeFetch(options)'], readme: client, heading: '## Node transport' },
  {
    titles: ['createWebhookHandler(options)', 'Options of verifyWebhook'],
    readme: client,
    heading: '## Webhooks',
  },
  { titles: ['memoryDeliveryLog(options)'], readme: client, heading: '### Duplicates' },
  { titles: ['Options of signWebhook'], readme: client, heading: '### The key' },
];

const units: Readonly<Record<string, RegExp>> = {
  Ms: /\bms\b|milliseconds/,
  Seconds: /\bs\b|seconds/,
  Bytes: /\bbytes\b/,
};

describe.each(sections)('the table under "$heading" in $readme', ({ titles, readme, heading }) => {
  const rows = tableAfter(readme, heading);
  const sources = titles.flatMap((title) => tableAfter('docs/reference/options.md', `## ${title}`));
  const optionOf = ([name = '']: string[]) => name.replace(' **required**', '');

  test('has every option and no other', () => {
    expect(rows.map(optionOf).sort()).toEqual(sources.map(optionOf).sort());
  });

  test.each(sources)('has the default of %s', (name, _type, given = '') => {
    const [, shown = ''] = rows.find((row) => optionOf(row) === optionOf([name])) ?? [];

    expect(shown).not.toBe('');
    if (/^(?:\d+|true|false|'.*'|\w+\.\w+(?:\(\))?)$/.test(given)) {
      expect(shown.replaceAll(/(?<=\d),(?=\d)/g, '')).toBe(given);
    }
  });

  test.each(sources.map(optionOf))('has the unit of %s', (option) => {
    const [, , ...rest] = rows.find((row) => optionOf(row) === option) ?? [];
    const [unit = ''] = rest;
    const [suffix = ''] = /(?:Ms|Seconds|Bytes)$/.exec(option) ?? [];

    expect(unit).toMatch(units[suffix] ?? /\S/);
  });
});
