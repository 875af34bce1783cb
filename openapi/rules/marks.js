// @ts-check

/** How sure a statement is, the surest first; CURATION.md says what each means. */
export const marks = ['documented', 'inferred', 'third-party', 'precedent', 'preview'];

/** What a message says about them. */
export const known = marks.join(', ');

/**
 * The marks a part of the spec carries, of itself and of its keywords.
 * @param {import('./rule.ts').Node} node
 * @returns {{ own: unknown, ofKeywords: [keyword: string, mark: unknown][] }}
 */
export function marksOf(node) {
  return {
    own: node?.['x-oms-confidence'],
    ofKeywords: Object.entries(Object(node?.['x-oms-confidence-of'])),
  };
}
