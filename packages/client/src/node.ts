export type { HttpAgent, NodeFetchOptions } from './node/connection.js';
export { nodeFetch } from './node/node-fetch.js';
