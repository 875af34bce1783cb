import { prose } from './markdown.js';
import type { Marked } from './spec-view.js';

const meanings: Readonly<Record<string, string>> = {
  documented: 'A public page of v0.9 says so.',
  inferred: 'No page says so; it follows from prose, samples or a similar endpoint.',
  'third-party': "Known only from other people's code or notes.",
  precedent: "Known only from another provider's API with the same customer model.",
  preview: 'Announced, but not available in v0.9.',
};

/** What a reader sees of a keyword that has a confidence of its own. `required` is said of a whole body, not of a field. */
const inWords: Readonly<Record<string, string>> = {
  pattern: 'pattern',
  format: 'format',
  description: 'meaning',
  type: 'type',
  minLength: 'length',
  minimum: 'range',
  'x-oms-known-values': 'values',
};

/** What a confidence means, in a few words. */
export function meaningOf(confidence: string): string {
  return meanings[confidence] ?? 'Not stated.';
}

/** How sure a part is, with links to the sections of CURATION.md that argue it; empty where nothing is marked. */
export function curationLinks(marked: Marked, folder = '../../openapi'): string {
  const { 'x-oms-confidence': confidence, 'x-oms-curation': curation = [] } = marked;
  const slugs = (typeof curation === 'string' ? [curation] : curation).map((slug) => link(slug, folder));
  const doubts = Object.entries(marked['x-oms-confidence-of'] ?? {})
    .filter(([keyword, mark]) => mark !== 'documented' && inWords[keyword] !== undefined)
    .map(([keyword, mark]) => `*${prose(mark)} ${inWords[keyword]}*`);
  const sure = [...(confidence === undefined ? [] : [`*${prose(confidence)}*`]), ...doubts].join(' ');
  if (slugs.length === 0) return sure;
  return sure === '' ? `See ${slugs.join(', ')}.` : `${sure} ${slugs.join(', ')}`;
}

function link(slug: string, folder: string): string {
  return /^[\w-]+$/.test(slug) ? `[${slug}](${folder}/CURATION.md#${slug})` : prose(slug);
}
