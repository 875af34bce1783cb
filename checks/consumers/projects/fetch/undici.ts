import { OmsClient } from '@oms-sdk/client';
import * as undici from 'undici';

const dispatcher = new undici.Agent();

new OmsClient({ fetch: undici.fetch });
new OmsClient({ fetch: (url, init) => undici.fetch(url, { ...init, dispatcher }) });
// @ts-expect-error a fetch that resolves to something else than a response
new OmsClient({ fetch: async (url, init) => (await undici.fetch(url, init)).text() });
