// A process that handles deliveries with the log of a store: `receiver.ts STORE PLACE`. It tells its parent each id that it
// handles. A delivery whose event is `webhook.test` keeps it busy until it is killed.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { deliver, type Signed, secret } from './deliveries.js';
import { openLog } from './stores.js';

const [store = '', place = ''] = process.argv.slice(2);
const handle = createWebhookHandler({
  secret,
  on: {
    'webhook.test': async ({ id }) => {
      process.send?.({ handled: id });
      await new Promise(() => undefined);
    },
  },
  fallback: ({ id }) => void process.send?.({ handled: id }),
  dedupe: await openLog(store, place),
});

process.on('message', async (deliveries: readonly Signed[]) => {
  await Promise.all(deliveries.map((signed) => deliverUntilDone(signed)));
  process.send?.('done');
});
process.send?.('ready');

/** As OMS does it: what was not handled comes again. */
async function deliverUntilDone(signed: Signed): Promise<void> {
  while ((await deliver(handle, signed)) !== 204) await new Promise((resolve) => setTimeout(resolve, 5));
}
