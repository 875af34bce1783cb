import { planEndorsement } from '@oms-sdk/client/kyc';
import { describe, expect, test } from 'vitest';
import { withUsd } from './customer-with.js';

const plan = (missing: unknown) => planEndorsement(withUsd('INACTIVE', { missing }), 'usd');
const asked = (missing: unknown) => plan(missing).fields.map(({ path }) => path);
const required = (missing: unknown) =>
  plan(missing)
    .fields.filter(({ isRequired }) => isRequired)
    .map(({ path }) => path);

describe('a requirement is read', () => {
  test.each([
    'birthDate',
    'birth_date',
    'BIRTH_DATE',
    'date_of_birth',
    'min_age_18',
    'body.birthDate',
    '/birthDate',
    { birthDate: 'too_young' },
    { birthDate: null },
    { birthDate: ['too_young'] },
    { code: 'birthDate', message: 'Please tell us.' },
    { field: 'birthDate', reason: 'x' },
    { type: 'field', name: 'birthDate' },
    { all_of: ['birthDate'] },
    { allOf: [{ any_of: [['birthDate']] }] },
    [[['birthDate']]],
    { requirements: ['birthDate'] },
  ])('in %j', (requirement) => {
    expect(asked([requirement])).toEqual(['birthDate']);
    expect(required([requirement])).toEqual(['birthDate']);
    expect(plan([requirement]).unknown).toEqual([]);
  });

  test.each([null, undefined, [], {}, '', [null], { all_of: [] }, { birthDate: false }])(
    'as none in %j',
    (missing) => {
      expect(plan(missing)).toMatchObject({ fields: [], unknown: [] });
    },
  );
});

test('requirements that are a text or a list count as missing', () => {
  for (const requirements of ['birthDate', ['birthDate'], { all_of: ['birthDate'] }]) {
    const { fields } = planEndorsement(withUsd('INACTIVE', requirements), 'usd');
    expect(fields).toMatchObject([{ path: 'birthDate', reason: 'missing' }]);
  }
});

describe('of alternatives', () => {
  test('each is offered and none required', () => {
    expect(asked({ any_of: ['email', 'phone'] })).toEqual(['email', 'phone']);
    expect(required({ any_of: ['email', 'phone'] })).toEqual([]);
  });

  test('what each asks for is required', () => {
    expect(required({ any_of: ['passport', 'itin'] })).toEqual(['identifyingInformation']);
    expect(required({ any_of: [{ all_of: ['email', 'phone'] }, 'email'] })).toEqual(['email']);
  });

  test('what is asked for elsewhere too is required', () => {
    expect(required([{ any_of: ['email', 'phone'] }, 'phone'])).toEqual(['phone']);
  });
});

describe('what is not understood', () => {
  test('is named by its pointer, and the rest is read', () => {
    const { fields, unknown } = plan(['moon_phase', 'email', { new_field: 'blurry' }, 42, { code: 'other' }]);

    expect(fields).toMatchObject([{ path: 'email' }]);
    expect(unknown).toEqual([
      { pointer: '/endorsements/0/requirements/missing/0', code: 'moon_phase' },
      { pointer: '/endorsements/0/requirements/missing/2/new_field', code: 'new_field' },
      { pointer: '/endorsements/0/requirements/missing/3', code: undefined },
      { pointer: '/endorsements/0/requirements/missing/4/code', code: 'other' },
    ]);
  });

  test('alone is up to you', () => {
    expect(plan(['moon_phase']).actor).toBe('integrator');
  });

  test('and was accepted or is under review keeps nobody waiting', () => {
    const customer = withUsd('PENDING', { complete: ['a'], pending: ['b'] });
    expect(planEndorsement(customer, 'usd')).toMatchObject({
      actor: 'oms',
      unknown: [{ code: 'a' }, { code: 'b' }],
    });
  });

  test('has no code if it may be what somebody wrote', () => {
    expect(plan(['Jane Sample, 1 Main St', 'é'.repeat(5)]).unknown.map(({ code }) => code)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('may be a whole list of requirements, unless it is empty', () => {
    const customer = withUsd('INACTIVE', { blocked: ['moon_phase'], waived: [], missing: ['email'] });
    expect(planEndorsement(customer, 'usd').unknown).toEqual([
      { pointer: '/endorsements/0/requirements/blocked', code: 'blocked' },
    ]);
  });
});

test('an issue keeps the code of what is wrong', () => {
  const customer = withUsd('ISSUES', {
    issues: [{ residentialAddress: 'po_box' }, { email: 'Not Jane’s.' }],
  });
  const { fields } = planEndorsement(customer, 'usd');

  expect(fields.map(({ path, issue }) => [path, issue])).toContainEqual([
    'residentialAddress.line1',
    'po_box',
  ]);
  expect(fields.find(({ path }) => path === 'email')).not.toHaveProperty('issue');
});
