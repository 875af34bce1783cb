import {
  AuthenticationError,
  ConfigurationError,
  InvalidArgumentError,
  RateLimitError,
  ServerError,
} from '@oms-sdk/client';
import { EndorsementError } from '@oms-sdk/client/errors';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const notGranted = {
  endorsement: 'usd',
  status: undefined,
  missing: [],
  issues: [],
  reason: 'timeout',
} as const;

test.each([
  new ConfigurationError('token', 'message'),
  new InvalidArgumentError('customerId', 'message'),
  new EndorsementError(notGranted),
])('of a %s is that nothing was sent', (error) => {
  expect(error.outcome).toBe('not_sent');
});

test.each([
  [401, AuthenticationError, 'rejected'],
  [429, RateLimitError, 'rejected'],
  [503, ServerError, 'not_sent'],
])(
  'of a write whose token exchange gets a %i is that of the %o, which has no key',
  async (status, ErrorClass, outcome) => {
    const { client, requests } = observedClient(undefined, { exchange: () => json({}, status) });

    const error = await caught(client.customers.create({ type: 'individual' }));

    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ outcome, idempotencyKey: undefined });
    expect(requests).toEqual([]);
  },
);
