// Cloudflare Workers: instances share no memory, so a table with a unique key remembers the deliveries.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { type Database, d1DeliveryLog } from './d1-delivery-log.js';

interface Environment {
  readonly OMS_WEBHOOK_SECRET: string;
  readonly DB: Database;
}

export default {
  fetch(request: Request, { OMS_WEBHOOK_SECRET, DB }: Environment): Promise<Response> {
    const open = (id = '') => DB.prepare('INSERT INTO custody VALUES (?)').bind(id).run();
    const handle = createWebhookHandler({
      secret: OMS_WEBHOOK_SECRET,
      on: { 'customer.endorsement.granted': ({ data }) => open(data.id) },
      dedupe: d1DeliveryLog(DB),
    });
    return handle(request);
  },
};
