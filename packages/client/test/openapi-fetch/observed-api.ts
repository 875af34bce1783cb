import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { observedClient } from '../harness/observed-client.js';

/** openapi-fetch over a client whose `fetch` is a reply, and what that client sent. */
export function observedApi(...args: Parameters<typeof observedClient>) {
  const observed = observedClient(...args);
  return { ...observed, api: openapiFetch(observed.client) };
}

/** Parameters of an operation on one customer. */
export const params = { path: { customerId: 'cst_1' } };
