// Hono: pass the `Request` itself to the handler, before `c.req.json()` or anything else reads it.
import { serve } from '@hono/node-server';
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { Hono } from 'hono';
import { openCustody } from './customers.js';

const handle = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

const app = new Hono();
app.post('/hooks', (c) => handle(c.req.raw));

export const server = serve({ fetch: app.fetch, port: Number(process.env['PORT'] ?? 3000) });
