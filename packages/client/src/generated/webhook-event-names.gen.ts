// Generated from openapi/ by `npm run generate`. Do not edit.

/** Names of the events that the spec describes. */
export const webhookEventNames: readonly string[] = [
  "customer.endorsement.granted",
  "endorsement.updated",
  "endorsement.active",
  "wallet.depositDetected",
  "wallet.provisioned",
  "externalAccount.created",
  "externalAccount.verified",
  "externalAccount.declined",
  "externalAccount.deleted",
  "externalAccount.statusChanged",
  "webhook.test"
];
