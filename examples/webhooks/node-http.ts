// node:http: collect the chunks of the body and pass them on unparsed.
import { createServer } from 'node:http';
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { openCustody } from './customers.js';

const handle = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});
const url = 'https://app.example.com/hooks';

export const server = createServer((request, response) => {
  const headers = { 'webhook-signature': String(request.headers['webhook-signature'] ?? '') };
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    if (size <= 1_000_000) chunks.push(chunk);
    size += chunk.length;
  });
  request.on('end', async () => {
    const body = Buffer.concat(chunks);
    const { status } = await handle(new Request(url, { method: 'POST', headers, body }));
    response.writeHead(status).end();
  });
}).listen(Number(process.env['PORT'] ?? 3000));
