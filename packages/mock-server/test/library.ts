import { fileURLToPath } from 'node:url';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';

/** A spec with every oddity the contract has to check. */
export const libraryPath = fileURLToPath(new URL('fixtures/library.yaml', import.meta.url));

/** A mock server for the library, without a socket. */
export function libraryServer(options: MockServerOptions = {}): Promise<MockServer> {
  return startMockServer({ mode: 'mock', spec: libraryPath, listen: false, ...options });
}
