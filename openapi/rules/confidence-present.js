// @ts-check
const marks = ['documented', 'inferred', 'third-party', 'preview'];

/**
 * Every operation has a confidence mark, every mark is a known one, and every doubt names its section in CURATION.md.
 * @type {import('./rule.ts').Rule}
 */
export const confidencePresent = () => ({
  Operation(operation, { location, report }) {
    if (operation['x-oms-confidence'] !== undefined) return;
    report({
      message: `No x-oms-confidence. Say how sure this operation is: ${marks.join(', ')}.`,
      location: location.key(),
    });
  },
  any(node, { location, report }) {
    const mark = node?.['x-oms-confidence'];
    if (mark === undefined) return;
    const at = location.child('x-oms-confidence');
    if (!marks.includes(String(mark))) {
      report({ message: `x-oms-confidence ${mark} is not one of ${marks.join(', ')}.`, location: at });
    } else if (mark !== 'documented' && node['x-oms-curation'] === undefined) {
      report({
        message: `Marked ${mark} without x-oms-curation. Name the section of CURATION.md that gives the reasons.`,
        location: at,
      });
    }
  },
});
