test.each([
  ['@oms-sdk/client', 'NotFoundError'],
  ['@oms-sdk/client/errors', 'NotFoundError'],
  ['@oms-sdk/client/webhooks', 'verifyWebhook'],
])('%s is loaded on a page without TextDecoder', (specifier, name) => {
  expect(globalThis.TextDecoder).toBeUndefined();
  expect(typeof require(specifier)[name]).toBe('function');
});
