import { sValidator } from '@hono/standard-validator';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Customer } from '@oms-sdk/client';
import {
  planEndorsement,
  toCustomerUpdate,
  validatorFor,
  validatorForBody,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { FieldApi, FormApi } from '@tanstack/form-core';
import { Hono } from 'hono';
import type { FieldError, FieldErrors } from 'react-hook-form';

const print = (...words: unknown[]) => process.stdout.write(`${words.join(' ')}\n`);

const endorsement = {
  type: 'usd',
  status: 'INACTIVE',
  requirements: { missing: ['email', 'residentialAddress'] },
} as const;
const plan = planEndorsement({ endorsements: [endorsement] } as unknown as Customer, 'usd');
const validator = validatorForPlan(plan);
const residentialAddress = { line1: '1 Main St', city: 'Springfield', zipCode: '00000', country: 'US' };
const right = { email: 'jane@example.com', residentialAddress };
const wrong = { email: 'jane', residentialAddress: { ...residentialAddress, city: '' } };

/** The types of Standard Schema itself take them. */
export const asStandard: StandardSchemaV1<ReturnType<typeof toCustomerUpdate>> = validator;
export const ofField: StandardSchemaV1<string> = validatorFor('email');

const resolve = standardSchemaResolver(validator);
const options = { fields: {}, shouldUseNativeValidation: false };
const refused = (await resolve(wrong, undefined, options)).errors as FieldErrors<typeof right>;
const city = refused.residentialAddress?.city as FieldError;
print('react-hook-form:', refused.email?.message, city.message);
print('react-hook-form:', JSON.stringify((await resolve(right, undefined, options)).values));

const form = new FormApi({
  defaultValues: wrong,
  validators: { onSubmit: validator },
  onSubmit: ({ value }) => print('tanstack:', JSON.stringify(toCustomerUpdate(plan, value))),
});
form.mount();
const email = new FieldApi({ form, name: 'email', validators: { onChange: validatorFor('email') } });
email.mount();
await form.handleSubmit();
print(
  'tanstack:',
  form
    .getFieldMeta('email')
    ?.errors.map((issue) => issue?.message)
    .join(),
);
email.setValue('jane@');
print('tanstack:', email.state.meta.errors.map((issue) => issue?.message).join());
email.setValue(right.email);
form.setFieldValue('residentialAddress.city', residentialAddress.city);
await form.handleSubmit();

const app = new Hono()
  .patch('/', sValidator('json', validatorForBody('updateCustomer')), (c) =>
    c.text(`${c.req.valid('json').email}`),
  )
  .post('/', sValidator('form', validator), (c) => c.json(c.req.valid('form')));
const send = (method: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  return app.request('/', { method, headers, body: JSON.stringify(body) });
};
const refusal = await send('PATCH', { email: 'canary-7f3a', phone: 'canary-7f3a' });
print('hono:', refusal.status, (await refusal.text()).includes('email'));
print('hono:', await (await send('PATCH', right)).text());
const filled = new FormData();
filled.append('email', right.email);
for (const [name, value] of Object.entries(residentialAddress))
  filled.append(`residentialAddress.${name}`, value);
print('hono:', await (await app.request('/', { method: 'POST', body: filled })).text());
