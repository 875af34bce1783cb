// Leaves out what Prism only needs to make up and negotiate bodies, to reach a network, to log and to read Postman files.
const unused =
  /^(?:postman-collection|@stoplight\/json-schema-(?:generator|sampler)|json-schema-faker|@faker-js\/faker|seedrandom|mime-db|pino|chalk|node-fetch|https?-proxy-agent)$/;

const stub = `module.exports = new Proxy(function () {}, {
  get: (_, key) => (key === '__esModule' ? undefined : module.exports),
  apply: () => undefined,
});`;

/** An esbuild plugin: a module that can be imported, called and read from without doing anything. */
export const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve({ filter: unused }, ({ path, importer }) => {
      return importer.includes('node_modules') ? { path, namespace: 'stub' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: stub, loader: 'js' }));
  },
};
