import { InvalidArgumentError } from '@oms-sdk/client';
import {
  advise,
  countryCodes,
  customerFields,
  planEndorsement,
  planOnboarding,
  toCustomerUpdate,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import { describe, expect, test } from 'vitest';
import { customerWith, withUsd } from './customer-with.js';

const missing = ['firstName', 'residentialAddress', 'identifyingInformation', 'signedAgreement', 'ipAddress'];
const plan = planEndorsement(withUsd('INACTIVE', { missing }), 'usd');
const flat = {
  firstName: 'Jane',
  'residentialAddress.line1': '1 Main St',
  'residentialAddress.line2': '',
  'residentialAddress.city': 'Springfield',
  'residentialAddress.zipCode': '00000',
  'residentialAddress.country': 'US',
  'identifyingInformation.0.type': 'passport',
  'identifyingInformation.0.issuingCountry': 'US',
  'identifyingInformation.0.number': 'X0000000',
  signedAgreement: 'true',
  ipAddress: '203.0.113.10',
};
const update = {
  endorsements: ['usd'],
  firstName: 'Jane',
  residentialAddress: { line1: '1 Main St', city: 'Springfield', zipCode: '00000', country: 'US' },
  identifyingInformation: [{ type: 'passport', issuingCountry: 'US', number: 'X0000000' }],
  signedAgreement: true,
  ipAddress: '203.0.113.10',
};

describe('an update is made', () => {
  test('of values by their paths', () => {
    expect(toCustomerUpdate(plan, flat)).toEqual(update);
  });

  test('of the entries of a form', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...flat, csrf: 'token' })) form.append(name, value);
    expect(toCustomerUpdate(plan, form)).toEqual(update);
  });

  test('of values that are nested as it is', () => {
    expect(toCustomerUpdate(plan, update)).toEqual(update);
  });

  test('that names no endorsement, of the fields of a plan alone', () => {
    const { endorsements: _, ...rest } = update;
    expect(toCustomerUpdate({ fields: plan.fields }, flat)).toEqual(rest);
    expect(validatorForPlan({ fields: plan.fields })['~standard'].validate(flat)).toEqual({ value: rest });
  });

  test('of nothing but the fields of the plan', () => {
    const more = JSON.parse(
      '{ "email": "a@b.co", "metadata": {}, "__proto__": { "firstName": "x" }, "constructor": 1 }',
    );
    expect(toCustomerUpdate(plan, more)).toEqual({ endorsements: ['usd'] });
  });

  test('without a box that is not ticked, and with one that is', () => {
    for (const off of ['', false, null, undefined]) {
      expect(toCustomerUpdate(plan, { signedAgreement: off })).not.toHaveProperty('signedAgreement');
    }
    for (const on of ['on', 'true', true]) {
      expect(toCustomerUpdate(plan, { signedAgreement: on })).toMatchObject({ signedAgreement: true });
    }
  });

  test('for each endorsement that something can be done for', () => {
    const customer = customerWith([
      { type: 'usd', status: 'REJECTED' },
      { type: 'cryptoCustody', status: 'PENDING' },
      { type: 'basic', status: 'ACTIVE' },
    ]);
    const several = planOnboarding(customer, ['basic', 'usd', 'cryptoCustody']);
    expect(toCustomerUpdate(several, {})).toEqual({ endorsements: ['usd'] });
  });

  test.each([null, undefined, 'a=b', 7])('of no %j', (values) => {
    expect(() => toCustomerUpdate(plan, values as never)).toThrow(InvalidArgumentError);
  });
});

test('a page gets the fields of the customer, and no code that is for developers', () => {
  const issues = { identifyingInformation: 'scan_blurred', email: 'mailbox_flagged' };
  const { fields } = planEndorsement(withUsd('ISSUES', { missing: ['ipAddress'], issues: [issues] }), 'usd');
  expect(JSON.stringify(fields)).toMatch(/scan_blurred.*scan_blurred/);

  const shown = customerFields({ fields });

  expect(shown.map(({ path }) => path)).toEqual(['email', 'identifyingInformation']);
  expect(JSON.stringify(shown)).not.toMatch(/scan_blurred|mailbox_flagged/);
  expect(shown[1]?.parts).toHaveLength(3);
});

describe('the form of a plan', () => {
  const { validate } = validatorForPlan(plan)['~standard'];

  test('becomes an update', () => {
    expect(validate(flat)).toEqual({ value: update });
  });

  test('needs what the plan requires, and each part of a document', () => {
    const { issues = [] } = validate({ firstName: '', 'identifyingInformation.0.type': 'visa' });

    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      [['firstName'], 'required'],
      [['residentialAddress', 'line1'], 'required'],
      [['residentialAddress', 'city'], 'required'],
      [['residentialAddress', 'zipCode'], 'required'],
      [['residentialAddress', 'country'], 'required'],
      [['identifyingInformation', 0, 'issuingCountry'], 'required'],
      [['identifyingInformation', 0, 'number'], 'required'],
      [['signedAgreement'], 'required'],
      [['ipAddress'], 'required'],
      [['identifyingInformation', 0, 'type'], 'enum'],
    ]);
  });

  test('may stay empty where a second attempt needs nothing', () => {
    const again = planEndorsement(withUsd('REJECTED', { complete: ['email', 'phone'] }), 'usd');
    const values = { email: '', phone: '' };
    expect(validatorForPlan(again)['~standard'].validate(values)).toEqual({
      value: { endorsements: ['usd'] },
    });
  });

  test.each([null, undefined, 5, 'x'])('is not %j', (value) => {
    expect(validate(value).issues).toMatchObject([{ code: 'type' }]);
  });
});

describe('advice', () => {
  const codes = (body: object) => advise(body).map(({ path, code }) => `${path} ${code}`);
  const document = { type: 'passport', issuingCountry: 'US', number: 'X0000000' } as const;

  test.each([
    [{ nationality: 'XX' }, ['nationality unknown-country']],
    [{ residentialAddress: { country: 'Italy' } }, ['residentialAddress.country unknown-country']],
    [
      { identifyingInformation: [document, { ...document, type: 'ssn', issuingCountry: 'DE' }] },
      ['identifyingInformation.1.issuingCountry foreign-document'],
    ],
    [
      { identifyingInformation: [{ issuingCountry: 'ZZ' }] },
      [
        'identifyingInformation.0.issuingCountry unknown-country',
        'identifyingInformation.0.number document-without-number',
        'identifyingInformation.0.type document-without-type',
      ],
    ],
    [{ nationality: 'US', residentialAddress: { country: 'DE' }, identifyingInformation: [document] }, []],
    [{}, []],
  ])('on %j', (body, expected) => {
    expect(codes(body)).toEqual(expected);
  });

  test.each([null, 5, [], { identifyingInformation: 'x', residentialAddress: null }])(
    'is none on %j',
    (body) => {
      expect(codes(body as object)).toEqual([]);
    },
  );

  test('knows the countries that have a name', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

    expect(new Set(countryCodes()).size).toBe(249);
    expect(countryCodes().filter((code) => names.of(code) === undefined)).toEqual([]);
  });
});
