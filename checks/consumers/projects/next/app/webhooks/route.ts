import { createWebhookHandler } from '@oms-sdk/client/webhooks';

export const POST = createWebhookHandler({
  secret: () => process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: {
    'customer.endorsement.granted': ({ data }) => {
      process.stdout.write(`granted to ${data.id}\n`);
    },
  },
});
