import { OmsClient } from '@oms-sdk/client';
import { expect, inject, test } from 'vitest';
import { credentials } from './connect.js';

const isPage = 'document' in globalThis;
const baseUrl = inject('sandboxUrl');

test(`the secret of an integrator is ${isPage ? 'refused in a page' : 'taken'}`, () => {
  const construct = expect(() => new OmsClient({ ...credentials, baseUrl }));

  if (isPage) construct.toThrow(/browser/);
  else construct.not.toThrow();
});

test('a token from elsewhere is taken everywhere', async () => {
  const { accessToken } = await new OmsClient({
    ...credentials,
    baseUrl,
    dangerouslyAllowBrowser: true,
  }).auth.createToken(credentials);
  const oms = new OmsClient({ token: async () => accessToken, baseUrl });

  expect((await oms.customers.list({ limit: 1 })).data).toBeInstanceOf(Array);
});
