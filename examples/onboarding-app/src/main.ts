import { serve } from '@hono/node-server';
import { OmsClient } from '@oms-sdk/client';
import { createApp } from './app.js';
import { makePageFiles } from './page-files.js';

const {
  OMS_WEBHOOK_SECRET: webhookSecret = '',
  PORT = '3000',
  REFRESH_MS = '30000',
  PUBLIC_URL,
} = process.env;
if (PUBLIC_URL === undefined)
  throw new Error('PUBLIC_URL is missing: the address that people open, such as https://app.example');
const files = await makePageFiles();
// The client itself reads OMS_API_KEY, OMS_API_SECRET and OMS_BASE_URL.
const refreshMs = Number(REFRESH_MS);
const { fetch } = createApp({ oms: new OmsClient(), webhookSecret, publicUrl: PUBLIC_URL, files, refreshMs });
const server = serve({ fetch, hostname: '127.0.0.1', port: Number(PORT) }, ({ port }) =>
  console.log(`listening on http://127.0.0.1:${port}`),
);
// Pages that wait hold a connection, and find the next process by themselves.
const stop = () => {
  server.close(() => process.exit());
  if ('closeAllConnections' in server) server.closeAllConnections();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
