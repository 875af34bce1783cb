// What a page does that has a token from its own server: reads a customer.
import { NotFoundError, OmsClient } from '@oms-sdk/client';

const oms = new OmsClient({
  token: async () => 'token-of-this-page',
  fetch: async () => Response.json({ code: 'not_found' }, { status: 404 }),
});

const error = await oms.customers.get('cst_1').catch((reason) => reason);
document.title = error instanceof NotFoundError ? error.message : `unexpected: ${error}`;
