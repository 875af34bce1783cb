// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `x-oms-curation` and the second-level headings of CURATION.md, beside the document, are the same set of names.
 * @type {import('./rule.ts').Rule}
 */
export const curationLinked = () => {
  /** @type {Map<string, import('./rule.ts').Location>} */
  const linked = new Map();
  /** @type {import('./rule.ts').Visit} */
  const collectSlugs = (node, { location }) => {
    const slugs = [node?.['x-oms-curation'] ?? []].flat();
    for (const slug of slugs) linked.set(String(slug), location.child('x-oms-curation'));
  };
  return {
    any: collectSlugs,
    ref: collectSlugs,
    Root: {
      leave(_root, { location, report }) {
        const headings = curationHeadings(dirname(location.source.absoluteRef));
        for (const [slug, place] of linked) {
          if (headings.has(slug)) continue;
          report({
            message: `CURATION.md has no section "## ${slug}". Write it, or correct the name.`,
            location: place,
          });
        }
        for (const heading of headings) {
          if (linked.has(heading)) continue;
          report({
            message: `Nothing points at the section "## ${heading}" of CURATION.md. Set x-oms-curation: ${heading} where it applies, or remove it.`,
            location,
          });
        }
      },
    },
  };
};

/** @param {string} folder */
function curationHeadings(folder) {
  const file = join(folder, 'CURATION.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return new Set(Array.from(text.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading.trim()));
}
