// Fails the run when a message broke the contract.
export default async function stopMock() {
  await globalThis.mock.close();
  globalThis.mock.assertNoViolations();
}
