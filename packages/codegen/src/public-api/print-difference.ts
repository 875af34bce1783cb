import { structuredPatch } from 'diff';

/** The lines that differ between two texts, what was accepted as `-` and what there is now as `+`, below the heading they are under. */
export function printDifference(accepted: string, actual: string): string {
  const { hunks } = structuredPatch('', '', accepted, actual, '', '', { context: 0 });
  const lines = actual.split('\n');
  return hunks
    .map(({ newStart, lines: changed }) => {
      const heading = lines.slice(0, newStart).findLast((line) => /^(?:## |\w.* \{$)/.test(line)) ?? '';
      return [
        `line ${newStart}${heading === '' ? '' : `, in ${heading.replace(/^## | \{$/g, '')}`}`,
        ...changed,
      ].join('\n');
    })
    .join('\n\n');
}
