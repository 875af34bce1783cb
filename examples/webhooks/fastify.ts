// Fastify: take its JSON parser out where webhooks come in; in a real app inside `app.register`, which keeps it local.
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
  const answer = await handle(new Request(url, { method: 'POST', headers, body: request.body ?? '' }));
  return reply.code(answer.status).send();
});

await app.listen({ port: Number(process.env['PORT'] ?? 3000) });
export const { server } = app;
