export { type HttpAgent, type NodeFetchOptions, nodeFetch } from './node/node-fetch.js';
