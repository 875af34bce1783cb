// @ts-check
const sources = [
  /^https:\/\/docs\.polygon\.technology\//,
  /^preview build of the docs$/,
  /^third-party integration code, v\d+\.\d+$/,
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
      message: `${source} is not a known source. Give a page of https://docs.polygon.technology, "preview build of the docs" or "third-party integration code, v0.11".`,
      location: location.child(['x-oms-source', index]),
    });
  }
}
