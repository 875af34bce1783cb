// @ts-check
import { known, marks, marksOf } from './marks.js';

/**
 * Every operation has a confidence mark, every mark is a known one, and every doubt names its section in CURATION.md.
 * @type {import('./rule.ts').Rule}
 */
export const confidencePresent = () => ({
  Operation(operation, { location, report }) {
    if (operation['x-oms-confidence'] !== undefined) return;
    report({
      message: `No x-oms-confidence. Say how sure this operation is: ${known}.`,
      location: location.key(),
    });
  },
  any: checkMarks,
  ref: checkMarks,
});

/** @type {import('./rule.ts').Visit} */
function checkMarks(node, { location, report }) {
  const { own, ofKeywords } = marksOf(node);
  const given = [
    ...(own === undefined ? [] : [{ mark: own, at: location.child('x-oms-confidence') }]),
    ...ofKeywords.map(([keyword, mark]) => ({ mark, at: location.child(['x-oms-confidence-of', keyword]) })),
  ];
  for (const { mark, at } of given) {
    if (!marks.includes(String(mark))) {
      report({ message: `The mark ${mark} is not one of ${known}.`, location: at });
    } else if (mark !== 'documented' && node['x-oms-curation'] === undefined) {
      report({
        message: `Marked ${mark} without x-oms-curation. Name the section of CURATION.md that gives the reasons.`,
        location: at,
      });
    }
  }
}
