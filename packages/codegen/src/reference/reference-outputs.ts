import type { BundledSpec } from '../load-spec.js';
import { apiPage } from './api-page.js';
import { llmsPage } from './llms-page.js';
import { readFacts, referencePages } from './reference-pages.js';

/** The folder in which every file is generated. */
export const referenceFolder = 'docs/reference';

/** The reference for people and for language models: path below the repository's root → content. */
export function referenceOutputs(spec: BundledSpec, root: string): ReadonlyMap<string, string> {
  const facts = readFacts(spec, root);
  const pages = [...referencePages(facts, root)].map(([file, text]): [string, string] => [
    `${referenceFolder}/${file}`,
    text,
  ]);
  return new Map([
    ['packages/client/api.md', apiPage(facts, root)],
    ['llms.txt', llmsPage(facts, root)],
    ...pages,
  ]);
}
