// @ts-check
const sources = [
  /^https:\/\/docs\.polygon\.technology\//,
  /^unreleased build of the docs$/,
  /^third-party integration code, v\d+\.\d+$/,
  /^precedent: an API with the same customer model$/,
];

/**
 * Every operation, webhook, server and security scheme says in `x-oms-source` where it comes from. A schema, parameter or
 * field has the sources of the operations that use it, unless it names its own.
 * @type {import('./rule.ts').Rule}
 */
export const sourcePresent = () => ({
  Operation: checkSources,
  Server: checkSources,
  SecurityScheme: checkSources,
});

/** @type {import('./rule.ts').Visit} */
function checkSources(node, { location, report }) {
  const given = node['x-oms-source'];
  if (!Array.isArray(given) || given.length === 0) {
    report({
      message: 'No x-oms-source. List the pages of https://docs.polygon.technology this was read from.',
      location: location.key(),
    });
    return;
  }
  for (const [index, source] of given.entries()) {
    if (sources.some((known) => known.test(source))) continue;
    report({
      message: `${source} is not a known source. Give a page of https://docs.polygon.technology, "unreleased build of the docs", "third-party integration code, v0.11" or "precedent: an API with the same customer model".`,
      location: location.child(['x-oms-source', index]),
    });
  }
}
