import { signWebhook } from '@oms-sdk/client/webhooks';

export const secret = 'whsec_example';

/** A delivery that can be passed to another process. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs an event about a made-up customer. */
export async function sign(id: string, event = 'customer.endorsement.granted'): Promise<Signed> {
  const data = { id: 'cst_example', object: 'customer', endorsements: ['basic'] };
  const body = JSON.stringify({ id, event, data });
  return { body, headers: { ...(await signWebhook(body, secret)) } };
}

/** Passes a delivery to a handler and returns the status of its response. */
export async function deliver(
  handle: (request: Request) => Promise<Response>,
  { body, headers }: Signed,
): Promise<number> {
  const request = new Request('https://app.example.com/hooks', { method: 'POST', headers, body });
  return (await handle(request)).status;
}
