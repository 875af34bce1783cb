// node:http: the handler reads the body itself.
import { createServer } from 'node:http';
import { createNodeWebhookHandler } from '@oms-sdk/client/webhooks';
import { openCustody } from './customers.js';

const handle = createNodeWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

export const server = createServer(handle).listen(Number(process.env['PORT'] ?? 3000));
