// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const parts = ['Sources', 'Reading', 'Confidence', 'To settle it'];

/**
 * Every section of CURATION.md has its sources, our reading, how certain that is and what would settle it;
 * and every page it names in brackets has an address.
 * @type {import('./rule.ts').Rule}
 */
export const curationComplete = () => ({
  Root: {
    leave(_root, { location, report }) {
      const file = join(dirname(location.source.absoluteRef), 'CURATION.md');
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      for (const message of [...incompleteSections(text), ...unknownPages(text)])
        report({ message, location });
    },
  },
});

/** @param {string} text */
function incompleteSections(text) {
  const sections = text.split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const missing = parts.filter((part) => !section.includes(`\n**${part}.**`));
    if (missing.length === 0) return [];
    const heading = section.slice(0, section.indexOf('\n'));
    return [
      `The section "## ${heading}" of CURATION.md has no ${missing.map((part) => `**${part}.**`).join(', ')}.`,
    ];
  });
}

/** @param {string} text */
function unknownPages(text) {
  const named = new Set(Array.from(text.matchAll(/\]\[([^\]]+)\]/g), ([, name = '']) => name));
  const known = new Set(Array.from(text.matchAll(/^\[([^\]]+)\]: \S/gm), ([, name = '']) => name));
  return [...named]
    .filter((name) => !known.has(name))
    .map(
      (name) =>
        `CURATION.md names the page [${name}] and gives no address. Add "[${name}]: https://…" at its end.`,
    );
}
