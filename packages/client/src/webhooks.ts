export {
  createNodeWebhookHandler,
  type FastifyWebhookReply,
  type NodeWebhookRequest,
  type NodeWebhookResponse,
} from './webhooks/create-node-webhook-handler.js';
export { createWebhookHandler } from './webhooks/create-webhook-handler.js';
export { memoryDeliveryLog } from './webhooks/delivery-log.js';
export {
  isWebhookEvent,
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from './webhooks/events.js';
export type {
  DeliveryLog,
  DeliveryState,
  MemoryDeliveryLogOptions,
  SequencePosition,
  SequenceStore,
  SignWebhookOptions,
  VerifyWebhookOptions,
  WebhookCallbacks,
  WebhookGap,
  WebhookHandlerOptions,
  WebhookLogFields,
  WebhookLogger,
} from './webhooks/options.js';
export type { RawBody } from './webhooks/raw-body.js';
export { type WebhookKey, type WebhookKeyForm, type WebhookSecret, webhookKey } from './webhooks/secret.js';
export { signWebhook, type WebhookHeaders } from './webhooks/signature.js';
export { verifyWebhook } from './webhooks/verify-webhook.js';
export { WebhookError, type WebhookErrorReason } from './webhooks/webhook-error.js';
