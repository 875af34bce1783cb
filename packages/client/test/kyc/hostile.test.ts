import { InvalidArgumentError } from '@oms-sdk/client';
import {
  advise,
  explain,
  type KycValidator,
  planEndorsement,
  planOnboarding,
  toCustomerUpdate,
  validatorFor,
  validatorForBody,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerWith, withUsd } from './customer-with.js';

const words = fc.constantFrom(
  ...[
    '__proto__',
    'constructor',
    'toString',
    'type',
    'name',
    'status',
    'requirements',
    'missing',
    'issues',
    'complete',
  ],
  ...[
    'all_of',
    'any_of',
    'code',
    'email',
    'birthDate',
    'residentialAddress',
    'usd',
    'basic',
    'ACTIVE',
    'REJECTED',
    'endorsements',
  ],
);
const { node } = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(words, fc.string({ unit: 'binary' }), fc.constantFrom(null, true, false, 0, -1, Number.NaN)),
    fc.array(tie('node'), { maxLength: 5 }),
    fc.dictionary(words, tie('node'), { maxKeys: 5 }),
  ),
}));
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  maxDepth: 2,
});
const settings = { seed: 1, numRuns: 4_000 };

test('a customer of any shape gets a plan, and nothing is added to any prototype', () => {
  fc.assert(
    fc.property(fc.oneof(node, anything), (given) => {
      for (const customer of [customerWith(given), withUsd('REJECTED', given), withUsd('', given)]) {
        const plan = planEndorsement(customer, 'usd');
        const isPlan = /^(?:customer|integrator|oms|nobody)$/.test(plan.actor) && Array.isArray(plan.fields);
        if (!isPlan || plan.unknown.some(({ pointer }) => !pointer.startsWith('/endorsements')))
          expect.fail('No plan.');
        planOnboarding(customer, ['usd', 'basic']);
      }
    }),
    settings,
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('a customer that is none is refused', () => {
  const throwing = Object.defineProperty({}, 'endorsements', { get: () => raise() });
  for (const customer of [null, undefined, 'cst_1', 7, [], new Map(), throwing]) {
    expect(() => planEndorsement(customer as never, 'usd')).toThrow(InvalidArgumentError);
    expect(() => planOnboarding(customer as never, ['usd'])).toThrow(InvalidArgumentError);
  }
  for (const name of [null, 7, ['usd'], {}]) {
    expect(() => planEndorsement(customerWith([]), name as never)).toThrow(InvalidArgumentError);
  }
  for (const names of [null, 7, 'usd', {}, [7]]) {
    expect(() => planOnboarding(customerWith([]), names as never)).toThrow(InvalidArgumentError);
  }
});

function raise(): never {
  throw new Error('secret');
}

describe('work is linear in the input', () => {
  /** Counts how often a list of requirements is read. */
  function counted(length: number, item: (index: number) => unknown) {
    let reads = 0;
    const list = new Proxy(
      Array.from({ length }, (_, index) => item(index)),
      {
        get: (target, name, receiver) => {
          reads += 1;
          return Reflect.get(target, name, receiver);
        },
      },
    );
    return { list, reads: () => reads };
  }

  test.each([
    ['codes', () => 'email'],
    ['unknown codes', (index: number) => `code_${index}`],
    ['objects', (index: number) => ({ [`field_${index}`]: 'x' })],
    ['trees', (index: number) => ({ all_of: [{ any_of: ['email', `code_${index}`] }] })],
  ])('10,000 %s are read once each', (_kind, item) => {
    const { list, reads } = counted(10_000, item);

    planEndorsement(withUsd('INACTIVE', { missing: list }), 'usd');

    expect(reads()).toBeGreaterThan(9_999);
    expect(reads()).toBeLessThan(50_000);
  });

  test('what leads back to itself is not understood, and the rest is', () => {
    const circular: unknown[] = ['email'];
    circular.push(circular, { all_of: circular });

    const { fields, unknown } = planEndorsement(withUsd('INACTIVE', { missing: circular }), 'usd');

    expect(fields).toMatchObject([{ path: 'email' }]);
    expect(unknown.map(({ pointer }) => pointer)).toEqual([
      '/endorsements/0/requirements/missing/1',
      '/endorsements/0/requirements/missing/2/all_of',
    ]);
  });

  test('what is shared is read once, although there are 2^40 ways to it', () => {
    let shared: unknown = ['email'];
    for (let level = 0; level < 40; level += 1) shared = [shared, shared];

    expect(planEndorsement(withUsd('INACTIVE', { missing: shared }), 'usd').fields).toMatchObject([
      { path: 'email' },
    ]);
  });

  test('a tree of 100,000 levels is not understood below the first', () => {
    let deep: unknown = 'email';
    for (let level = 0; level < 100_000; level += 1) deep = { all_of: [deep] };

    const { fields, unknown } = planEndorsement(withUsd('INACTIVE', { missing: ['phone', deep] }), 'usd');

    expect(fields).toMatchObject([{ path: 'phone' }]);
    expect(unknown).toHaveLength(1);
  });
});

const plan = planEndorsement(withUsd('INACTIVE', { missing: ['email', 'identifyingInformation'] }), 'usd');
const validators: readonly KycValidator<unknown>[] = [
  ...[
    'email',
    'phone',
    'birthDate',
    'nationality',
    'residentialAddress',
    'identifyingInformation',
    'signedAgreement',
  ].map((path) => validatorFor(path)),
  ...(['createToken', 'createCustomer', 'updateCustomer', 'createWallet'] as const).map((name) =>
    validatorForBody(name),
  ),
  ...(['createWebhookEndpoint', 'updateWebhookEndpoint', 'createExternalAccount'] as const).map((name) =>
    validatorForBody(name),
  ),
  validatorForPlan(plan),
];

function expectVerdicts(value: unknown): void {
  for (const validator of validators) {
    const { issues, ...rest } = validator['~standard'].validate(value);
    if (issues === undefined ? !('value' in rest) : issues.length === 0) expect.fail('There is no verdict.');
  }
}

test('every validator has a verdict on any value', () => {
  fc.assert(fc.property(fc.oneof(node, anything), expectVerdicts), settings);
});

test('also on what cannot be read', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const throwing = Object.defineProperty({}, 'email', { get: raise, enumerable: true });
  for (const value of [proxy, throwing, { email: proxy }, () => 1, Symbol('x'), 1n]) expectVerdicts(value);
});

test.each([
  'a'.repeat(1_000_000),
  `${'a@'.repeat(300_000)}`,
  `${'a.'.repeat(300_000)}@${'a-'.repeat(300_000)}`,
  `a@${'a.'.repeat(300_000)}!`,
  `+${'1'.repeat(1_000_000)}`,
  `https://${'a:'.repeat(300_000)}@[${':'.repeat(300_000)}]`,
  `https://x/${'%41'.repeat(300_000)}%`,
])('a text of a million characters has a verdict', (text) => {
  for (const path of ['email', 'phone', 'birthDate', 'nationality']) {
    expect(validatorFor(path)['~standard'].validate(text).issues).toHaveLength(1);
  }
  expect(validatorForBody('createWebhookEndpoint')['~standard'].validate({ url: text })).toBeDefined();
});

test('what a form is filled with, advice and explanations take anything', () => {
  fc.assert(
    fc.property(fc.oneof(node, fc.object({ key: words })), (value) => {
      advise(value as object);
      explain({ fieldErrors: [], missing: value, issues: value });
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) toCustomerUpdate(plan, value);
    }),
    { ...settings, numRuns: 2_000 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
