import fetch from 'node-fetch';
import { tryFetch } from './try-fetch.js';

await tryFetch(fetch);
