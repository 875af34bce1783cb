// Next.js: `app/hooks/route.ts`. A route handler receives the raw `Request`; several instances need a shared `dedupe`. The
// secret is a function, because `next build` loads this module without secrets.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { openCustody } from './customers.js';

export const POST = createWebhookHandler({
  secret: () => process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});
