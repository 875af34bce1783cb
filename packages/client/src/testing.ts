export { fakeCall } from './testing/fake-call.js';
export { type FakeMethod, type FakeMethods, type FakeResources, fakeClient } from './testing/fake-client.js';
