import * as client from '@oms-sdk/client';
import * as errors from '@oms-sdk/client/errors';
import { expect, test } from 'vitest';

const errorClasses = [
  'ApiError',
  'AuthenticationError',
  'BadRequestError',
  'CallError',
  'ConfigurationError',
  'ConflictError',
  'ConnectionError',
  'EndorsementError',
  'InvalidArgumentError',
  'NotFoundError',
  'OmsError',
  'PermissionError',
  'RateLimitError',
  'ResponseError',
  'ServerError',
  'TimeoutError',
  'UnprocessableContentError',
];

test('the package exports these values and no others', () => {
  expect(Object.keys(client).sort()).toEqual(
    [...errorClasses, 'OmsClient', 'assertUnrecognized', 'spec'].sort(),
  );
});

test('the errors entry exports the error classes and nothing else', () => {
  expect(Object.keys(errors).sort()).toEqual(errorClasses);
});

test('the client has these resources and no others', () => {
  const resources = Object.keys(new client.OmsClient({ token: async () => 'token' }));

  expect(resources.sort()).toEqual(['auth', 'customers', 'externalAccounts', 'wallets', 'webhookEndpoints']);
});
