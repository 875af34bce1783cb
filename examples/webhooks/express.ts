// Express: register the route before any `express.json`, which would parse the body and drop its bytes.
import { createNodeWebhookHandler } from '@oms-sdk/client/webhooks';
import express from 'express';
import { openCustody } from './customers.js';

const handle = createNodeWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

const app = express();
app.post('/hooks', handle);
app.use(express.json());

export const server = app.listen(Number(process.env['PORT'] ?? 3000));
