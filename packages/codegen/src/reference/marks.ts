import { prose } from './markdown.js';
import type { Marked } from './spec-view.js';

const meanings: Readonly<Record<string, string>> = {
  documented: 'A public page of v0.9 says so.',
  inferred: 'No page says so; it follows from prose, samples or a similar endpoint.',
  'third-party': "Known only from other people's code or notes.",
  preview: 'Announced, but not available in v0.9.',
};

/** What a confidence means, in a few words. */
export function meaningOf(confidence: string): string {
  return meanings[confidence] ?? 'Not stated.';
}

/** How sure a part is, with links to the sections of CURATION.md that argue it; empty where nothing is marked. */
export function curationLinks(marked: Marked, folder = '../../openapi'): string {
  const { 'x-oms-confidence': confidence, 'x-oms-curation': curation = [] } = marked;
  const slugs = (typeof curation === 'string' ? [curation] : curation).map((slug) => link(slug, folder));
  const sure = confidence === undefined ? '' : `*${prose(confidence)}*`;
  if (slugs.length === 0) return sure;
  return sure === '' ? `See ${slugs.join(', ')}.` : `${sure} ${slugs.join(', ')}`;
}

function link(slug: string, folder: string): string {
  return /^[\w-]+$/.test(slug) ? `[${slug}](${folder}/CURATION.md#${slug})` : prose(slug);
}
