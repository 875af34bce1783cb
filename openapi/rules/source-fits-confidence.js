// @ts-check

/** @type {Readonly<Record<string, { readonly source: RegExp, readonly words: string }>>} */
const needed = {
  documented: { source: /^https:\/\/docs\.polygon\.technology\//, words: 'a public page' },
  'third-party': { source: /^third-party integration code/, words: 'the third-party code' },
  precedent: { source: /^precedent: /, words: 'the precedent' },
};

/**
 * What is called documented names a public page, and what is called third-party names the code it was seen in.
 * @type {import('./rule.ts').Rule}
 */
export const sourceFitsConfidence = () => ({
  Operation(operation, { location, report }) {
    const mark = operation['x-oms-confidence'];
    const need = needed[String(mark)];
    const sources = [operation['x-oms-source'] ?? []].flat();
    if (need === undefined || sources.length === 0) return;
    if (sources.some((source) => need.source.test(String(source)))) return;
    report({
      message: `Marked ${mark}, and x-oms-source does not name ${need.words}. Name it, or correct the mark.`,
      location: location.child('x-oms-source').key(),
    });
  },
});
