import { expect, test } from 'vitest';
import { observedSandbox } from './observed-sandbox.js';

const refusal = {
  status: 422,
  body: {
    code: 'validation_failed',
    details: [{ location: 'body.url', code: 'format', message: 'Must be an http or https URL.' }],
  },
};

test.each(['ftp://app.example.com/hooks', 'javascript:alert(1)', 'http://'])(
  'an endpoint cannot be created with the URL %s',
  async (url) => {
    const { send } = await observedSandbox();

    expect(await send('POST', '/webhooks', { url })).toMatchObject(refusal);
  },
);

test('an endpoint cannot be moved to a URL that is not http', async () => {
  const { send } = await observedSandbox();
  const { body } = await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });

  expect(await send('PATCH', `/webhooks/${body['id']}`, { url: 'mailto:a@example.com' })).toMatchObject(
    refusal,
  );
});
