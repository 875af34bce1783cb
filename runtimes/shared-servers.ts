import { startMockServer } from '@oms-sdk/mock-server';

/** Starts the servers the contract suite talks to: the built ones, as published, in this process. */
export async function sharedServers() {
  const [sandbox, mock] = await Promise.all([
    startMockServer({ mode: 'sandbox' }),
    startMockServer({ mode: 'mock' }),
  ]);
  return {
    provided: { sandboxUrl: sandbox.url, mockUrl: mock.url },
    close: async () => {
      await Promise.all([sandbox.close(), mock.close()]);
    },
  };
}
