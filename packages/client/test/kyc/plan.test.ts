import { type EndorsementPlan, planEndorsement, planOnboarding } from '@oms-sdk/client/kyc';
import { describe, expect, test } from 'vitest';
import { customerWith, withUsd } from './customer-with.js';

const lists = {
  complete: ['firstName'],
  pending: ['nationality'],
  missing: ['birthDate'],
  issues: ['email'],
};
const paths = ({ fields }: Pick<EndorsementPlan, 'fields'>) => fields.map(({ path }) => path);

describe('a status', () => {
  test.each([
    ['INACTIVE', 'customer', false, ['email', 'birthDate']],
    ['PENDING', 'customer', false, ['email', 'birthDate']],
    ['ISSUES', 'customer', false, ['email', 'birthDate']],
    ['REVOKED_ISSUES', 'customer', false, ['email', 'birthDate']],
    ['REJECTED', 'customer', false, ['firstName', 'email', 'birthDate', 'nationality']],
    ['A_NEW_ONE', 'customer', false, ['email', 'birthDate']],
    ['ACTIVE', 'nobody', true, []],
    ['OFFBOARDED', 'nobody', true, []],
  ])('%s is up to the %s', (status, actor, isFinal, expected) => {
    const plan = planEndorsement(withUsd(status, lists), 'usd');

    expect(plan).toMatchObject({ endorsement: 'usd', status, actor, isFinal });
    expect(paths(plan)).toEqual(expected);
  });

  test.each([
    ['PENDING', 'oms'],
    ['INACTIVE', 'integrator'],
    ['ISSUES', 'integrator'],
    ['REJECTED', 'integrator'],
    ['A_NEW_ONE', 'integrator'],
  ])('%s without requirements is up to the %s', (status, actor) => {
    expect(planEndorsement(withUsd(status), 'usd').actor).toBe(actor);
  });
});

test('what is under review is up to OMS', () => {
  expect(planEndorsement(withUsd('INACTIVE', { pending: ['firstName'] }), 'usd').actor).toBe('oms');
  expect(planEndorsement(withUsd('INACTIVE', { missing: ['sanctions_screen'] }), 'usd').actor).toBe('oms');
});

test('after a rejection, what is missing is required and what was sent is optional', () => {
  const { fields } = planEndorsement(withUsd('REJECTED', lists), 'usd');

  expect(fields.map(({ path, isRequired, reason }) => [path, isRequired, reason])).toEqual([
    ['firstName', false, 'rejected'],
    ['email', true, 'issues'],
    ['birthDate', true, 'missing'],
    ['nationality', false, 'rejected'],
  ]);
});

test.each([[undefined], [null], [[]], [['basic']], [[{ type: 'basic', status: 'ACTIVE' }]]])(
  'an endorsement that is not among %j is to be requested',
  (endorsements) => {
    expect(planEndorsement(customerWith(endorsements), 'usd')).toEqual({
      endorsement: 'usd',
      status: undefined,
      isFinal: false,
      actor: 'integrator',
      fields: [],
      reasons: [],
      prerequisites: [],
      unknown: [],
    });
  },
);

test('a plain name stands for an endorsement that is granted, and name for type', () => {
  expect(planEndorsement(customerWith(['usd']), 'usd')).toMatchObject({ status: 'ACTIVE', isFinal: true });
  expect(planEndorsement(customerWith([{ name: 'usd', status: 'PENDING' }]), 'usd').status).toBe('PENDING');
});

test('nobody can do anything for an inactive customer', () => {
  const customer = customerWith([{ type: 'usd', status: 'INACTIVE', requirements: lists }], {
    status: 'inactive',
  });

  expect(planEndorsement(customer, 'usd')).toMatchObject({ actor: 'nobody', isFinal: false, fields: [] });
});

test('nor where a check has failed for good, wherever the issue is nested', () => {
  for (const issue of ['blocklist_check_failed', { id_front_photo: { code: 'blocklist_check_failed' } }]) {
    expect(planEndorsement(withUsd('ISSUES', { issues: [issue] }), 'usd').actor).toBe('nobody');
  }
});

test('only you know an IP address', () => {
  const { actor, fields } = planEndorsement(withUsd('INACTIVE', { missing: ['ipAddress'] }), 'usd');

  expect(actor).toBe('integrator');
  expect(fields).toMatchObject([{ path: 'ipAddress', actor: 'integrator' }]);
});

describe('reasons', () => {
  const reasonsOf = (rejectionReasons: unknown) =>
    planEndorsement(withUsd('REJECTED', undefined, { rejectionReasons }), 'usd').reasons;

  test('are those of OMS, one for each side', () => {
    expect(reasonsOf([{ reason: 'Sorry.', developerReason: 'Numbers differ.' }])).toEqual([
      { forCustomer: 'Sorry.', forDeveloper: 'Numbers differ.' },
    ]);
  });

  test('that do not say whom they are for are for the developer', () => {
    expect(reasonsOf(['Numbers differ.'])).toEqual([
      { forCustomer: undefined, forDeveloper: 'Numbers differ.' },
    ]);
  });

  test.each([[undefined], [null], [[]], [[null, {}, 5, { reason: 7 }]], [42]])(
    'are none in %j',
    (reasons) => {
      expect(reasonsOf(reasons)).toEqual([]);
    },
  );
});

describe('a prerequisite', () => {
  const waiting = { type: 'usd', status: 'INACTIVE', requirements: { missing: ['has_base', 'email'] } };
  const basic = (status: string, missing: string[] = []) => ({
    type: 'basic',
    status,
    requirements: { missing },
  });

  test('is asked for together with what needs it', () => {
    const plan = planEndorsement(customerWith([waiting, basic('INACTIVE', ['firstName'])]), 'usd');

    expect(plan).toMatchObject({ prerequisites: ['basic'], actor: 'customer' });
    expect(paths(plan)).toEqual(['firstName', 'email']);
  });

  test('that is active is none', () => {
    const plan = planEndorsement(customerWith([waiting, basic('ACTIVE')]), 'usd');

    expect(plan).toMatchObject({ prerequisites: [], fields: [{ path: 'email' }] });
  });

  test.each([
    ['PENDING', 'oms'],
    ['OFFBOARDED', 'nobody'],
    ['REJECTED', 'integrator'],
  ])('that is %s leaves it to %s', (status, actor) => {
    const alone = { type: 'usd', status: 'INACTIVE', requirements: { missing: ['has_base'] } };
    expect(planEndorsement(customerWith([alone, basic(status)]), 'usd').actor).toBe(actor);
  });

  test('that needs what it is needed for ends the search', () => {
    const circular = [
      { type: 'usd', status: 'INACTIVE', requirements: { missing: ['basic'] } },
      { type: 'basic', status: 'INACTIVE', requirements: { missing: ['usd', 'phone'] } },
    ];
    expect(paths(planEndorsement(customerWith(circular), 'usd'))).toEqual(['phone']);
  });
});

describe('a plan for several', () => {
  const customer = customerWith([
    { type: 'usd', status: 'INACTIVE', requirements: { missing: ['residentialAddress', 'odd'] } },
    { type: 'cryptoCustody', status: 'PENDING', requirements: { pending: ['firstName'] } },
    { type: 'basic', status: 'ISSUES', requirements: { issues: ['email'] }, rejectionReasons: ['Bounced.'] },
  ]);

  test('has basic first, and each field once', () => {
    const plan = planOnboarding(customer, ['usd', 'cryptoCustody', 'basic', 'usd']);

    expect(plan.endorsements.map(({ endorsement }) => endorsement)).toEqual([
      'basic',
      'usd',
      'cryptoCustody',
    ]);
    expect(new Set(paths(plan)).size).toBe(plan.fields.length);
    expect(paths(plan)).toContain('residentialAddress.zipCode');
    expect(plan).toMatchObject({ actor: 'customer', isFinal: false, unknown: [{ code: 'odd' }] });
    expect(plan.reasons).toEqual([{ forCustomer: undefined, forDeveloper: 'Bounced.' }]);
  });

  test('is final when each of them is', () => {
    const final = customerWith(['usd', { type: 'basic', status: 'OFFBOARDED' }]);
    expect(planOnboarding(final, ['usd', 'basic'])).toMatchObject({ isFinal: true, actor: 'nobody' });
    expect(planOnboarding(final, ['usd', 'cryptoCustody']).isFinal).toBe(false);
  });

  test('asks for what any of them requires', () => {
    const both = customerWith([
      { type: 'usd', status: 'REJECTED', requirements: { complete: ['email'] } },
      { type: 'basic', status: 'INACTIVE', requirements: { missing: ['email'] } },
    ]);
    expect(planOnboarding(both, ['usd', 'basic']).fields).toMatchObject([
      { path: 'email', isRequired: true, reason: 'missing' },
    ]);
  });
});

test('a field has what a form, a screen reader and autofill need', () => {
  const customer = withUsd('INACTIVE', {
    missing: ['birthDate', 'signedAgreement', 'identifyingInformation'],
  });
  const [birthDate, document, agreement] = planEndorsement(customer, 'usd').fields;

  expect(birthDate).toEqual({
    path: 'birthDate',
    label: 'Date of birth',
    kind: 'date',
    autocomplete: 'bday',
    inputMode: 'numeric',
    isRequired: true,
    isSensitive: true,
    actor: 'customer',
    reason: 'missing',
  });
  expect(document).toMatchObject({ kind: 'document', isSensitive: true });
  expect(document?.parts?.map(({ path, kind }) => [path, kind])).toEqual([
    ['identifyingInformation.0.type', 'choice'],
    ['identifyingInformation.0.issuingCountry', 'country'],
    ['identifyingInformation.0.number', 'text'],
  ]);
  expect(agreement).toMatchObject({ kind: 'choice', isSensitive: false, choices: [{ value: 'true' }] });
});
