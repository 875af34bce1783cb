/** Next looks for packages below this folder alone, and those of the tests are links that lead elsewhere. */
export default { turbopack: { root: '/' } };
