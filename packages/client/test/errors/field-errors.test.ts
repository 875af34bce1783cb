import { inspect } from 'node:util';
import type { ApiError, FieldError } from '@oms-sdk/client';
import { describe, expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

/** The error of an update whose response has this body. */
function refused(body: unknown): Promise<ApiError> {
  const { client } = observedClient(() => json(body, 422));
  return caught<ApiError>(client.customers.update('cst_1', {}));
}

/** Field errors in short: `body.phone (pattern): words`. */
async function read(body: unknown): Promise<string[]> {
  const { fieldErrors } = await refused(body);
  const words = ({ message }: FieldError) => (message === undefined ? '' : `: ${message}`);
  return fieldErrors.map((one) => `${one.in}.${one.path} (${one.code})${words(one)}`);
}

test('names each refused field, where it is, and why', async () => {
  const details = [{ location: 'body.phone', code: 'pattern', message: 'Must match.' }];

  const [fieldError, ...others] = (await refused({ code: 'validation_failed', details })).fieldErrors;

  expect(fieldError).toMatchObject({ path: 'phone', in: 'body', code: 'pattern', message: 'Must match.' });
  expect(others).toEqual([]);
});

test('is empty when the body says nothing', async () => {
  for (const body of [
    {},
    { code: 'x', message: 'y' },
    { details: 'none' },
    { errors: null },
    { error: 'x' },
  ]) {
    expect((await refused(body)).fieldErrors).toEqual([]);
  }
});

describe('is read from', () => {
  const phone = ['body.phone (invalid): Bad.'];
  const shapes: Record<string, [unknown, string[]]> = {
    'the example of the spec': [
      example('error-validation-failed'),
      ['body.type (const): Is not the one value that the spec allows here.'],
    ],
    'a source beside the code': [
      { code: 'invalid', message: 'Bad.', source: { location: 'body', key: 'phone' } },
      phone,
    ],
    'several names joined by commas': [
      { code: 'missing', message: 'Bad.', source: { location: 'body', key: 'firstName, lastName' } },
      ['body.firstName (missing): Bad.', 'body.lastName (missing): Bad.'],
    ],
    'the errors of problem+json': [
      {
        type: 'about:blank',
        title: 'Invalid',
        errors: [{ detail: 'Bad.', pointer: '#/residentialAddress/city' }],
      },
      ['body.residentialAddress.city (undefined): Bad.'],
    ],
    'invalid-params of problem+json': [
      { 'invalid-params': [{ name: 'phone', reason: 'Bad.' }] },
      ['body.phone (undefined): Bad.'],
    ],
    'an error inside': [
      { error: { code: 'validation', details: [{ field: 'phone', code: 'invalid', message: 'Bad.' }] } },
      phone,
    ],
    'an error inside with a source': [
      { error: { code: 'invalid', message: 'Bad.', source: { location: 'header', key: 'idempotency-key' } } },
      ['header.Idempotency-Key (invalid): Bad.'],
    ],
    'trees under info': [
      {
        error: true,
        message: 'no',
        info: {
          params: { errors: [], properties: { customerId: { errors: ['Bad.'] } } },
          query: { errors: ['Whole.'] },
          body: {
            errors: [],
            properties: {
              name: { errors: ['Short.'] },
              identifyingInformation: {
                errors: [],
                items: [null, { properties: { number: { errors: ['Bad.'] } } }],
              },
            },
          },
          headers: { properties: { 'Idempotency-Key': { errors: ['Long.'] } } },
        },
      },
      [
        'path.customerId (undefined): Bad.',
        'query. (undefined): Whole.',
        'body.name (undefined): Short.',
        'body.identifyingInformation.1.number (undefined): Bad.',
        'header.Idempotency-Key (undefined): Long.',
      ],
    ],
    'a map of names to words': [
      { errors: { phone: ['Bad.', 'Worse.'], name: 'Short.' } },
      ['body.phone (undefined): Bad.', 'body.phone (undefined): Worse.', 'body.name (undefined): Short.'],
    ],
    'a map with the name of a write-only field': [
      { errors: { birthDate: ['Bad.'] } },
      ['body.birthDate (undefined): Bad.'],
    ],
    'a map of names to codes': [{ errors: { phone: { code: 'invalid', message: 'Bad.' } } }, phone],
    'fieldErrors beside formErrors': [
      { fieldErrors: { phone: ['Bad.'] }, formErrors: [] },
      ['body.phone (undefined): Bad.'],
    ],
    'locations in lists': [
      {
        validation: [
          { location: ['body', 'identifyingInformation', 0, 'type'], code: 'enum', message: 'Bad.' },
        ],
      },
      ['body.identifyingInformation.0.type (enum): Bad.'],
    ],
    'paths in lists': [{ issues: [{ path: ['phone'], code: 'invalid', message: 'Bad.' }] }, phone],
    'a path beside its location': [
      { errors: [{ type: 'field', msg: 'Bad.', path: 'limit', location: 'query' }] },
      ['query.limit (undefined): Bad.'],
    ],
    snake_case: [{ errors: [{ param: 'first_name' }] }, ['body.firstName (undefined)']],
    brackets: [
      { details: [{ location: 'body.identifyingInformation[2].number' }] },
      ['body.identifyingInformation.2.number (undefined)'],
    ],
  };

  test.each(Object.entries(shapes))('%s', async (_, [body, expected]) => {
    expect(await read(body)).toEqual(expected);
  });
});

test('is in the query where a method has no body', async () => {
  const { client } = observedClient(() => json({ details: [{ field: 'limit', code: 'maximum' }] }, 400));

  const error = await caught<ApiError>(client.customers.list({ limit: 1_000 }));

  expect(error.message).toBe('400: GET /customers: query.limit (maximum)');
});

test.each([
  ['body.jane@example.com', '*'],
  ['body.Jane Doe.phone', '*'],
  ['body.metadata.jane', 'metadata.*'],
  ['body.5551234', '*'],
  ['body.identifyingInformation.5551234', 'identifyingInformation.*'],
  ['__proto__.phone', '*'],
])('shows of %j only the names that the spec knows', async (location, path) => {
  const error = await refused({ details: [{ location, code: 'pattern' }] });

  expect(error.fieldErrors).toMatchObject([{ path, in: 'body' }]);
  expect(error.message).toBe(`422: PATCH /customers/{customerId}: body.${path} (pattern)`);
});

test.each(['Jane Doe', 'PATTERN', 'x'.repeat(65), '', 7, { code: 'pattern' }])(
  'takes no code that is %j',
  async (code) => {
    const [fieldError] = (await refused({ details: [{ location: 'body.phone', code }] })).fieldErrors;

    expect(fieldError).toMatchObject({ path: 'phone', code: undefined });
  },
);

test('keeps the words of the API out of messages, logs, JSON, spreading and inspection', async () => {
  const logged: unknown[][] = [];
  const log = (...entry: unknown[]) => logged.push(entry);
  const body = { details: [{ location: 'body.phone', code: 'pattern', message: 'CANARY is no phone' }] };
  const { client } = observedClient(() => json(body, 422), { logger: { debug: log, warn: log } });

  const error = await caught<ApiError>(client.customers.update('cst_1', {}));

  expect(error.fieldErrors[0]?.message).toBe('CANARY is no phone');
  expect(Object.keys(error.fieldErrors[0] ?? {})).toEqual(['path', 'in', 'code']);
  const shown = [error.message, error.stack, JSON.stringify(error), JSON.stringify(logged)];
  const inspected = [{}, { depth: Infinity, showHidden: true }].map((way) => inspect(error, way));
  expect([...shown, ...inspected].join('\n')).not.toContain('CANARY');
});

test('the log at debug names the fields', async () => {
  const entries: unknown[][] = [];
  const logger = { debug: (...entry: unknown[]) => entries.push(entry), warn: () => undefined };
  const body = { details: [{ location: 'body.phone', code: 'pattern' }, { location: 'body.type' }] };
  const { client } = observedClient(() => json(body, 422), { logger, token: async () => 'token' });

  await caught(client.customers.update('cst_1', {}));

  expect(entries).toEqual([
    [
      expect.stringMatching(
        /^OMS PATCH \/customers\/\{customerId\} 422: body.phone \(pattern\), body.type in \d+ ms$/,
      ),
      expect.objectContaining({ status: 422, fieldErrors: ['body.phone (pattern)', 'body.type'] }),
    ],
  ]);
});

test('the message names five fields, and how many more there are', async () => {
  const details = Array.from({ length: 7 }, () => ({ location: 'body.phone' }));

  const { message } = await refused({ code: 'validation_failed', details });

  const fields = Array.from({ length: 5 }, () => 'body.phone').join(', ');
  expect(message).toBe(`422 validation_failed: PATCH /customers/{customerId}: ${fields}, 2 more`);
});

test.each([
  ['an error inside', { error: { code: 'not_allowed', requestId: 'req_1' } }],
  ['a word for the error', { error: 'not_allowed', requestId: 'req_1' }],
])('reads code and request id of %s', async (_, body) => {
  expect(await refused(body)).toMatchObject({ code: 'not_allowed', requestId: 'req_1' });
});

describe('a hostile body', () => {
  const deep = (key: string, depth: number): unknown =>
    JSON.parse(`${`{"${key}":`.repeat(depth)}1${'}'.repeat(depth)}`);

  test.each<[string, () => unknown]>([
    [
      'a hundred thousand entries',
      () => ({ details: Array.from({ length: 100_000 }, () => ({ field: 'phone' })) }),
    ],
    ['a tree of depth 2,500', () => deep('errors', 2_500)],
    ['names of depth 2,500', () => ({ errors: deep('phone', 2_500) })],
    ['lists in lists', () => ({ errors: JSON.parse('['.repeat(2_500) + ']'.repeat(2_500)) })],
    ['a location of a million characters', () => ({ details: [{ location: 'a.'.repeat(500_000) }] })],
  ])('of %s has at most 100 entries', async (_, body) => {
    const { fieldErrors } = await refused(body());

    expect(fieldErrors.length).toBeLessThanOrEqual(100);
  });
});
