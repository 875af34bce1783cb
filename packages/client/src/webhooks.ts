export {
  createWebhookHandler,
  type WebhookCallbacks,
  type WebhookHandlerOptions,
} from './webhooks/create-webhook-handler.js';
export { type DeliveryLog, type DeliveryState, memoryDeliveryLog } from './webhooks/delivery-log.js';
export {
  isWebhookEvent,
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from './webhooks/events.js';
export type { RawBody } from './webhooks/raw-body.js';
export type { SecretEncoding, WebhookSecret } from './webhooks/secrets.js';
export { type SignWebhookOptions, signWebhook } from './webhooks/sign-webhook.js';
export type { WebhookHeaders } from './webhooks/signature-header.js';
export { type VerifyWebhookOptions, verifyWebhook } from './webhooks/verify-webhook.js';
export { WebhookError, type WebhookErrorReason } from './webhooks/webhook-error.js';
