import { InvalidArgumentError } from '@oms-sdk/client';
import { type KycIssue, type KycValidator, validatorFor, validatorForBody } from '@oms-sdk/client/kyc';
import { describe, expect, test } from 'vitest';
import { findIssues } from '../../src/kyc/find-issues.js';

const issuesOf = (validator: KycValidator<unknown>, value: unknown) =>
  validator['~standard'].validate(value).issues;
const codesOf = (issues: readonly KycIssue[] = []) =>
  issues.map(({ path, code }) => `${path.join('.')} ${code}`);
const check = (path: string, value: unknown) => codesOf(issuesOf(validatorFor(path), value));

test('a validator has the form of Standard Schema, version 1', () => {
  const { '~standard': standard } = validatorFor('email');

  expect(standard).toMatchObject({ version: 1, vendor: '@oms-sdk/client' });
  expect(standard.validate('jane@example.com')).toEqual({ value: 'jane@example.com' });
});

describe.each([
  [
    'birthDate',
    ['1990-05-15', '2024-02-29', '2000-02-29'],
    ['1990-02-29', '1900-02-29', '1990-13-01', '1990-04-31', '1990-4-1', '', 7],
  ],
  ['email', ['a@b.co', "o'brien+x@sub.example.com"], ['a@b', '@b.co', 'a@b..co', 'a@-b.co', 'a b@c.de', '']],
  ['phone', ['+12125551234'], ['2125551234', '+0123', '+1 212', '+']],
  ['nationality', ['US', 'XX'], ['us', 'USA', '']],
  ['residentialAddress.country', ['US', 'Italy', ''], [null, {}]],
  ['identifyingInformation.0.type', ['ssn', 'passport'], ['visa', 'SSN']],
  ['identifyingInformation', [[], [{}], [{ number: 'x' }]], [{}, [null], [{ type: 'visa' }]]],
  ['signedAgreement', [true, false], ['true', 1]],
])('%s', (path, valid, invalid) => {
  test.each(valid.map((value) => [value]))('takes %j', (value) => {
    expect(check(path, value)).toEqual([]);
  });

  test.each(invalid.map((value) => [value]))('refuses %j', (value) => {
    expect(check(path, value)).not.toEqual([]);
  });
});

test.each([
  '',
  'nothing',
  'email.x',
  'residentialAddress.zip',
  '__proto__',
  'constructor',
  'identifyingInformation.x.type',
  '0',
])('an update has no field %j', (path) => {
  expect(() => validatorFor(path)).toThrow(InvalidArgumentError);
});

describe('a body', () => {
  test('is checked as a whole, and each issue has its path', () => {
    const body = {
      birthDate: '1990-02-30',
      residentialAddress: { line1: 5 },
      identifyingInformation: [{}, { type: 'visa', issuingCountry: 'usa' }],
    };
    expect(codesOf(issuesOf(validatorForBody('createCustomer'), body))).toEqual([
      'type required',
      'birthDate format',
      'residentialAddress.line1 type',
      'identifyingInformation.1.type enum',
      'identifyingInformation.1.issuingCountry pattern',
    ]);
  });

  test.each([
    ['createToken', { apiKey: 'k', apiSecret: 's' }, {}],
    ['createCustomer', { type: 'individual' }, { type: 'business' }],
    ['updateCustomer', {}, []],
    ['createWallet', { asset: 'usdc', chain: 'polygon' }, { asset: 'usdc' }],
    ['createWebhookEndpoint', { url: 'https://x.example/hook' }, { url: 'no url' }],
    ['updateWebhookEndpoint', { events: ['a.b'] }, { events: [1] }],
    [
      'createExternalAccount',
      { type: 'usBank', network: 'ach', owner: {}, bankDetails: {} },
      { type: 'usBank' },
    ],
  ] as const)('of %s', (operation, valid, invalid) => {
    expect(issuesOf(validatorForBody(operation), valid)).toBeUndefined();
    expect(issuesOf(validatorForBody(operation), invalid)).not.toBeUndefined();
  });

  test.each(['listCustomers', '__proto__', 'toString'])('that %s does not have is refused', (operation) => {
    expect(() => validatorForBody(operation as 'createToken')).toThrow(InvalidArgumentError);
  });

  test('may have properties that the spec does not have, and undefined ones', () => {
    const body = { nickname: 'J', firstName: undefined, metadata: { any: [1] } };
    expect(issuesOf(validatorForBody('updateCustomer'), body)).toBeUndefined();
  });

  test('with a million faults has a hundred issues', () => {
    const body = { identifyingInformation: new Array(1_000_000).fill(7) };
    expect(issuesOf(validatorForBody('updateCustomer'), body)).toHaveLength(100);
  });
});

test('an issue never quotes the value', () => {
  const canary = 'canary-7f3a';
  const body = Object.fromEntries(
    [
      'email',
      'phone',
      'birthDate',
      'nationality',
      'residentialAddress',
      'identifyingInformation',
      canary,
    ].map((name) => [name, canary]),
  );
  const text = JSON.stringify(issuesOf(validatorForBody('createCustomer'), body));

  expect(text.match(/"code"/g)?.length).toBeGreaterThan(5);
  expect(text).not.toContain(canary);
});

test('lengths count code points', () => {
  const rule = { type: 'string', minLength: 2, maxLength: 3 } as const;

  expect(['a', '😀', 'ab', '😀😀', '😀😀😀', 'abcd'].map((text) => findIssues(rule, text).length)).toEqual([
    1, 1, 0, 0, 0, 1,
  ]);
});

test.each([
  ['https://app.example.com/oms?x=1#y', true],
  ['https://user:pw@app.example.com:8443/', true],
  ['http://[::1]:80/x', true],
  ['urn:isbn:1', true],
  ['mailto:a@b.co', true],
  ['https://app.example.com/%7Ex', true],
  ['https:', false],
  ['//app.example.com', false],
  ['https://app.example.com/ x', false],
  ['https://app.example.com/%zz', false],
  ['https://[::zz]/', false],
  ['https://x/[', false],
  ['https://[::1]x', false],
  ['1https://x', false],
])('the URL %s is one: %s', (url, isUrl) => {
  expect(issuesOf(validatorForBody('createWebhookEndpoint'), { url }) === undefined).toBe(isUrl);
});
