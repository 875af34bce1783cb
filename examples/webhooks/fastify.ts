// Fastify: keep the body as bytes where webhooks arrive; `register` keeps the parser of the other routes as it is.
import { createNodeWebhookHandler } from '@oms-sdk/client/webhooks';
import Fastify from 'fastify';
import { openCustody } from './customers.js';

const handle = createNodeWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

const app = Fastify();
app.register(async (webhooks) => {
  webhooks.removeAllContentTypeParsers();
  webhooks.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
  webhooks.post('/hooks', handle);
});

await app.listen({ port: Number(process.env['PORT'] ?? 3000) });
export const { server } = app;
