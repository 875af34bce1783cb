// Fastify: remove its JSON parser where webhooks arrive; in a real application inside `app.register`, which keeps that local.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import Fastify from 'fastify';
import { openCustody } from './customers.js';

const handle = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
app.post<{ Body?: Buffer }>('/hooks', async (request, reply) => {
  const url = 'https://app.example.com/hooks';
  const headers = { 'webhook-signature': String(request.headers['webhook-signature'] ?? '') };
  const { status } = await handle(new Request(url, { method: 'POST', headers, body: request.body ?? '' }));
  return reply.code(status).send();
});

await app.listen({ port: Number(process.env['PORT'] ?? 3000) });
export const { server } = app;
