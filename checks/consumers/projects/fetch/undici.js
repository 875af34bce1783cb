import { fetch } from 'undici';
import { tryFetch } from './try-fetch.js';

await tryFetch(fetch);
