import { type Customer, OmsClient } from '@oms-sdk/client';
import { ApiError } from '@oms-sdk/client/errors';
import { verifyWebhook } from '@oms-sdk/client/webhooks';
import { alice } from './alice';

/** What a page or a Worker writes, which has a token and no Node. */
export async function onboard(token: string): Promise<Customer | undefined> {
  const oms = new OmsClient({ token: async () => token });
  try {
    return await oms.customers.create(alice);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** What such a server answers to a delivery. */
export async function receive(request: Request): Promise<Response> {
  const { event } = await verifyWebhook(await request.text(), request.headers, 'whsec_any');
  return Response.json({ event });
}
