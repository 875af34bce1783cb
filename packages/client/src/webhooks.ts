export { createWebhookHandler } from './webhooks/create-webhook-handler.js';
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
export type { WebhookKey, WebhookSecret } from './webhooks/secrets.js';
export { type SignWebhookOptions, signWebhook } from './webhooks/sign-webhook.js';
export type { WebhookHeaders } from './webhooks/signature-header.js';
export { type VerifyWebhookOptions, verifyWebhook } from './webhooks/verify-webhook.js';
export { WebhookError, type WebhookErrorReason } from './webhooks/webhook-error.js';
export type { WebhookCallbacks, WebhookHandlerOptions } from './webhooks/webhook-handler-options.js';
export { type WebhookKeyForm, webhookKey } from './webhooks/webhook-key.js';
export type { WebhookLogFields, WebhookLogger } from './webhooks/webhook-logger.js';
