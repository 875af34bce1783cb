import { signWebhook } from '@oms-sdk/client/webhooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { forgedDeliveries } from '../../../packages/client/test/webhooks/forged-deliveries.js';
import { receivers } from './receivers.js';

const secret = `whsec_${'0123456789abcdef'.repeat(4)}`;
/** A header HTTP can carry. One at the edge of what is in time may be in time once it arrives. */
const isSendable = ({ what, header = '' }: { what: string; header: string | undefined }) =>
  /^[\t\x20-\xff]*$/.test(header) && !/ -?301 seconds/.test(what);

describe.each(receivers)('%s', (_name, start) => {
  test('refuses every forged delivery as a fault of the sender, and goes on', async () => {
    const receiver = await start(secret);
    onTestFinished(receiver.close);
    const forged = forgedDeliveries(secret, Math.floor(Date.now() / 1000)).filter(isSendable);
    const wrong: string[] = [];
    for (const { what, body, header } of forged) {
      const status = await receiver.send(body, header);
      if (status !== 400) wrong.push(`${what}: ${status}`);
    }

    expect(wrong).toEqual([]);
    expect(forged.length).toBeGreaterThan(120);
    const body = '{"event":"webhook.test","id":"whd_1","data":{}}';
    const headers = await signWebhook(body, secret);
    expect(await receiver.send(body, headers['webhook-signature'])).toBe(204);
  });

  test('refuses a body of two megabytes', async () => {
    const receiver = await start(secret);
    onTestFinished(receiver.close);
    const body = JSON.stringify({ event: 'webhook.test', id: 'whd_1', data: 'x'.repeat(2_000_000) });
    const headers = await signWebhook(body, secret);

    expect(await receiver.send(body, headers['webhook-signature'])).toBe(413);
  });
});
