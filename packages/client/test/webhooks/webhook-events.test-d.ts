import {
  createWebhookHandler,
  isWebhookEvent,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from '@oms-sdk/client/webhooks';

declare const event: WebhookEvent;

/* CAN distinguish events by their name. */
export function describe(): string {
  if (isWebhookEvent(event, 'customer.endorsement.granted')) return event.data.id ?? 'no id';
  if (isWebhookEvent(event, 'wallet.provisioned')) return event.data.address;
  if (isWebhookEvent(event, 'externalAccount.statusChanged')) return event.data.id;
  return event.event;
}

/* CANNOT ask for an event the spec has not. */
// @ts-expect-error a misspelt name would never be true
isWebhookEvent(event, 'wallet.provisoned');

/* CANNOT read the data of an event before its name is known. */
// @ts-expect-error which data it has depends on the event
export const address: string = event.data.address;

/* CAN handle an event by its name, with its type. */
createWebhookHandler({ secret: 'whsec_…', on: { 'wallet.provisioned': ({ data }) => data.address } });

/* CANNOT handle an event the spec has not. */
createWebhookHandler({
  secret: 'whsec_…',
  on: {
    // @ts-expect-error a misspelt name would never be called
    'wallet.provisoned': () => undefined,
  },
});

/* CANNOT take one event for another. */
createWebhookHandler({
  secret: 'whsec_…',
  on: {
    // @ts-expect-error a granted endorsement has no address
    'customer.endorsement.granted': ({ data }) => data.address,
  },
});

/* CAN leave to the fallback what the callbacks do not handle, and only that has to be thought of there. */
type Left = Exclude<WebhookEventName, 'wallet.provisioned'>;
createWebhookHandler({
  secret: 'whsec_…',
  on: { 'wallet.provisioned': ({ data }) => data.address },
  fallback: (event: WebhookEventOf<Left> | UnknownWebhookEvent) => event.event,
});

/* CANNOT pass a fallback that takes known events alone: OMS may send others. */
createWebhookHandler({
  secret: 'whsec_…',
  on: { 'wallet.provisioned': ({ data }) => data.address },
  // @ts-expect-error an event the spec has not comes here too
  fallback: (event: WebhookEventOf<Left>) => event.event,
});

/* CANNOT read the data of an event in the fallback before its name is known. */
createWebhookHandler({
  secret: 'whsec_…',
  on: {},
  // @ts-expect-error which data it has depends on the event
  fallback: ({ data }) => data.address,
});

/* CANNOT leave the secret out. */
// @ts-expect-error nothing could be verified
createWebhookHandler({ on: {} });
