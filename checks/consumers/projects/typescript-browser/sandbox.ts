import { OmsClient } from '@oms-sdk/client';
import { people } from '@oms-sdk/mock-server/people';
import { createSandbox, type StandaloneSandbox } from '@oms-sdk/mock-server/sandbox';

const sandbox: StandaloneSandbox = createSandbox({ seed: 7, deliver: async () => 204 });

/** What a page writes that is developed before there is a server. */
export const oms = new OmsClient({
  apiKey: 'sk_sdbx_any',
  apiSecret: 'any',
  dangerouslyAllowBrowser: true,
  fetch: sandbox.fetch,
});

/** Whom the page begins with. */
export const begin = () => oms.customers.create(people.complete);
