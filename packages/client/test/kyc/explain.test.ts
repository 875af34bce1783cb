import { EndorsementError, OmsClient, UnprocessableContentError } from '@oms-sdk/client';
import { explain } from '@oms-sdk/client/kyc';
import { expect, test } from 'vitest';

/** The error of an update that the API refuses with these details. */
async function refused(details: unknown): Promise<unknown> {
  const response = () => Response.json({ code: 'invalid', details }, { status: 422 });
  const oms = new OmsClient({
    token: async () => 'token',
    environment: 'sandbox',
    fetch: async () => response(),
  });
  return oms.customers.update('cst_1', {}).catch((error: unknown) => error);
}

const shown = (error: unknown) =>
  explain(error).problems.map(({ field, message, code }) => [field.path, code, message]);

test('what the API refuses belongs to the fields of the form, with a sentence of ours', async () => {
  const error = await refused([
    { location: 'body.phone', code: 'pattern', message: 'You sent 555.' },
    { location: 'body.residentialAddress.country', code: 'unsupported' },
    { location: 'body.identifyingInformation.3.number', code: 'required' },
    { location: 'body.identifyingInformation', code: 'type' },
    { location: 'body.residentialAddress', code: 'type' },
  ]);

  expect(error).toBeInstanceOf(UnprocessableContentError);
  expect(shown(error)).toEqual([
    ['phone', 'pattern', 'Must look like +12125551234.'],
    ['residentialAddress.country', 'unsupported', 'Is not accepted.'],
    ['identifyingInformation.0.number', 'required', 'Is required.'],
    ['identifyingInformation', 'type', 'Must be a list.'],
    ['residentialAddress.line1', 'type', 'Must be a text.'],
  ]);
});

test('what is in no field of a form is listed beside', async () => {
  const { problems, others } = explain(
    await refused([
      { location: 'body.metadata.x', code: 'length' },
      { location: 'header.Idempotency-Key', code: 'required' },
    ]),
  );

  expect(problems).toEqual([]);
  expect(others.map(({ in: place, path }) => `${place} ${path}`)).toEqual([
    'body metadata.*',
    'header Idempotency-Key',
  ]);
});

test('a wait that ended in vain is explained by its requirements', () => {
  const error = new EndorsementError({
    endorsement: 'usd',
    status: 'INACTIVE',
    missing: ['birthDate', 'moon_phase'],
    issues: ['email'],
    reason: 'timeout',
  });

  expect(shown(error)).toEqual([
    ['birthDate', 'missing', 'Is required.'],
    ['email', 'issues', 'Is not accepted.'],
  ]);
});

test.each([undefined, null, 'x', new Error('x'), { fieldErrors: 'x' }, { fieldErrors: [] }])(
  '%j is about no field',
  (error) => {
    expect(explain(error)).toEqual({ problems: [], others: [] });
  },
);
