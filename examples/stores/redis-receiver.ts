import { OmsClient } from '@oms-sdk/client';
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { createClient } from 'redis';
import { redisDeliveryLog, redisTokenStore } from './redis-stores.js';

const redis = createClient({ url: process.env['REDIS_URL'] ?? '' });
await redis.connect();

export const oms = new OmsClient({ tokenStore: redisTokenStore(redis) });
export const POST = createWebhookHandler({
  secret: () => process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => console.log('granted to', data.id) },
  dedupe: redisDeliveryLog(redis),
});
