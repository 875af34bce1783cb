// Jest loads an ES module here, outside its sandbox of CommonJS, and the tests reach the server by its socket.
import { startMockServer } from '@oms-sdk/mock-server';

export default async function startMock() {
  globalThis.mock = await startMockServer({ seed: 7 });
  process.env.OMS_BASE_URL = globalThis.mock.url;
}
