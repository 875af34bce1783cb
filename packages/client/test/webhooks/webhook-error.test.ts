import { inspect } from 'node:util';
import { OmsError } from '@oms-sdk/client';
import { verifyWebhook, WebhookError } from '@oms-sdk/client/webhooks';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { secret } from './delivery.js';

const refusal = () => caught<WebhookError>(verifyWebhook('{"birthDate":"1990-05-15"}', {}, secret));

test('is an OmsError, although it is no subclass', async () => {
  const error = await refusal();

  expect(error).toBeInstanceOf(WebhookError);
  expect(error).toBeInstanceOf(OmsError);
  expect(OmsError.is(error)).toBe(true);
});

test('has a name, a reason and an outcome, also as JSON', async () => {
  const error = await refusal();

  expect(String(error)).toBe('WebhookError: The webhook-signature header is missing.');
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'WebhookError',
    message: 'The webhook-signature header is missing.',
    reason: 'header-missing',
    outcome: 'not_sent',
  });
});

test('shows neither the secret nor the body', async () => {
  const error = await refusal();
  const shown = inspect(error, { depth: Infinity, showHidden: true });

  expect(shown).not.toContain(secret.slice(6));
  expect(shown).not.toContain('1990');
});
