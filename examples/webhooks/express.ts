// Express: use `express.raw` on this route, before any `express.json`, which would parse the body and drop its bytes.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import express from 'express';
import { openCustody } from './customers.js';

const handle = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

const app = express();
app.post('/hooks', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
  const { status } = await handle(
    new Request('https://app.example.com/hooks', {
      method: 'POST',
      headers: { 'webhook-signature': request.get('webhook-signature') ?? '' },
      body: request.body ?? '',
    }),
  );
  response.sendStatus(status);
});
app.use(express.json());

export const server = app.listen(Number(process.env['PORT'] ?? 3000));
