import * as errors from '@oms-sdk/client/errors';
import { beforeAll, expect, test, vi } from 'vitest';

type Errors = typeof errors;

/** Another copy of the module, as when a tree holds two versions or ESM beside CommonJS. */
let copy: Errors;

beforeAll(async () => {
  vi.resetModules();
  copy = await import('@oms-sdk/client/errors');
});

const apiDetails = {
  status: 404,
  operation: 'GET /customers/{customerId}',
  headers: new Headers(),
  body: undefined,
  requestId: undefined,
  idempotencyKey: undefined,
  retryAfterMs: undefined,
  attempts: [],
};
const timeoutDetails = {
  limit: 'timeoutMs',
  limitMs: 1,
  outcome: 'unknown',
  idempotencyKey: undefined,
} as const;
const responseDetails = {
  reason: 'empty',
  status: 200,
  requestId: undefined,
  idempotencyKey: undefined,
} as const;
const make: Record<string, (from: Errors) => Error> = {
  OmsError: ({ OmsError }) => new OmsError('message'),
  ApiError: ({ ApiError }) => new ApiError(apiDetails),
  BadRequestError: ({ BadRequestError }) => new BadRequestError(apiDetails),
  AuthenticationError: ({ AuthenticationError }) => new AuthenticationError(apiDetails),
  PermissionError: ({ PermissionError }) => new PermissionError(apiDetails),
  ConflictError: ({ ConflictError }) => new ConflictError(apiDetails),
  UnprocessableContentError: ({ UnprocessableContentError }) => new UnprocessableContentError(apiDetails),
  RateLimitError: ({ RateLimitError }) => new RateLimitError(apiDetails),
  EndorsementError: ({ EndorsementError }) =>
    new EndorsementError({
      endorsement: 'usd',
      status: undefined,
      missing: [],
      issues: [],
      reason: 'timeout',
    }),
  NotFoundError: ({ NotFoundError }) => new NotFoundError(apiDetails),
  ServerError: ({ ServerError }) => new ServerError(apiDetails),
  ConfigurationError: ({ ConfigurationError }) => new ConfigurationError('apiKey', 'message'),
  InvalidArgumentError: ({ InvalidArgumentError }) => new InvalidArgumentError('customerId', 'message'),
  ConnectionError: ({ ConnectionError }) =>
    new ConnectionError('message', { cause: 1, outcome: 'unknown', idempotencyKey: undefined }),
  TimeoutError: ({ TimeoutError }) => new TimeoutError('message', timeoutDetails),
  ResponseError: ({ ResponseError }) => new ResponseError('message', responseDetails),
};

test.each(Object.entries(make))('recognises a %s of another copy', (_, create) => {
  const foreign = create(copy);

  expect(copy.OmsError).not.toBe(errors.OmsError);
  expect(foreign).toBeInstanceOf(create(errors).constructor);
  expect(foreign).toBeInstanceOf(errors.OmsError);
  expect(errors.OmsError.is(foreign)).toBe(true);
});

test.each(Object.entries(make))('%s has its name, also in its string and its stack', (name, create) => {
  const error = create(errors);

  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe(name);
  expect(String(error)).toMatch(new RegExp(`^${name}: `));
});

test.each(['ApiError', 'RateLimitError', 'ConnectionError', 'TimeoutError', 'ResponseError'])(
  'counts a %s of another copy as a CallError',
  (name) => {
    expect(make[name]?.(copy)).toBeInstanceOf(errors.CallError);
  },
);

test.each(['ConfigurationError', 'InvalidArgumentError', 'EndorsementError'])(
  'does not count a %s as a CallError',
  (name) => {
    expect(make[name]?.(copy)).not.toBeInstanceOf(errors.CallError);
  },
);

test('distinguishes siblings and parents', () => {
  const notFound = new copy.NotFoundError(apiDetails);

  expect(notFound).toBeInstanceOf(errors.ApiError);
  expect(notFound).not.toBeInstanceOf(errors.ServerError);
  expect(new copy.ApiError(apiDetails)).not.toBeInstanceOf(errors.NotFoundError);
  expect(new copy.TimeoutError('', timeoutDetails)).not.toBeInstanceOf(errors.ApiError);
});

test.each([undefined, null, 'OmsError', 42, {}, { name: 'OmsError' }, new Error('other'), () => undefined])(
  'takes %o for none of its own',
  (value) => {
    expect(errors.OmsError.is(value)).toBe(false);
    expect(value instanceof errors.OmsError).toBe(false);
  },
);

test("recognises a caller's own subclass in the ordinary way", () => {
  class Mine extends errors.ApiError {}

  expect(new Mine(apiDetails)).toBeInstanceOf(Mine);
  expect(new Mine(apiDetails)).toBeInstanceOf(errors.ApiError);
  expect(new errors.ApiError(apiDetails)).not.toBeInstanceOf(Mine);
});

test('keeps the cause', () => {
  const cause = new Error('inner');

  const details = { cause, outcome: 'unknown', idempotencyKey: undefined } as const;
  expect(new errors.ConnectionError('message', details).cause).toBe(cause);
  expect(new errors.OmsError('message', { cause }).cause).toBe(cause);
});
