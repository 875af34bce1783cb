import type { Dialect, GivenDialect } from '@oms-sdk/mock-server';

/** `startMockServer`, of the sources or of the built package. */
type StartMockServer = (options: {
  readonly mode: 'sandbox' | 'mock';
  readonly dialect?: GivenDialect | undefined;
}) => Promise<{
  readonly url: string;
  readonly sandbox: { dialect(): Dialect };
  close(): Promise<void>;
}>;

/** Starts the servers that the tests in over-http/ talk to, the sandbox in a dialect. */
export async function startSharedServers(startMockServer: StartMockServer, dialect?: GivenDialect) {
  const [sandbox, mock] = await Promise.all([
    startMockServer({ mode: 'sandbox', dialect }),
    startMockServer({ mode: 'mock' }),
  ]);
  return {
    /** What the tests `inject`. */
    provided: { sandboxUrl: sandbox.url, mockUrl: mock.url, dialect: sandbox.sandbox.dialect() },
    close: async () => {
      await Promise.all([sandbox.close(), mock.close()]);
    },
  };
}
