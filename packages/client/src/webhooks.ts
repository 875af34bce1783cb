export {
  createNodeWebhookHandler,
  createWebhookHandler,
  type FastifyWebhookReply,
  type NodeWebhookRequest,
  type NodeWebhookResponse,
} from './webhooks/create-webhook-handler.js';
export {
  isWebhookEvent,
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from './webhooks/events.js';
export { memoryDeliveryLog } from './webhooks/handle-delivery.js';
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
export { signWebhook, verifyWebhook, type WebhookHeaders } from './webhooks/verify-webhook.js';
export { WebhookError, type WebhookErrorReason } from './webhooks/webhook-error.js';
