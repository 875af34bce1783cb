/** `startMockServer`, of the sources or of the built package. */
type StartMockServer = (options: {
  readonly mode: 'sandbox' | 'mock';
}) => Promise<{ readonly url: string; close(): Promise<void> }>;

/** Starts the servers that the tests in over-http/ talk to. */
export async function startSharedServers(startMockServer: StartMockServer) {
  const [sandbox, mock] = await Promise.all([
    startMockServer({ mode: 'sandbox' }),
    startMockServer({ mode: 'mock' }),
  ]);
  return {
    /** What the tests `inject`. */
    provided: { sandboxUrl: sandbox.url, mockUrl: mock.url },
    close: async () => {
      await Promise.all([sandbox.close(), mock.close()]);
    },
  };
}
