import { Agent, fetch } from 'undici';
import { tryFetch } from './try-fetch.js';

const dispatcher = new Agent({ connections: 1 });
await tryFetch((url, init) => fetch(url, { ...init, dispatcher }));
await dispatcher.close();
