import fc from 'fast-check';
import { fields, key, which } from './arbitraries.js';
import { command, expectProblem, expectReply } from './command.js';
import { CustomerModel } from './customer-model.js';
import { post } from './post.js';

/** Create one, under a key or not. */
export const createCustomer = command(
  'create customer',
  fc.record({ fields, key }),
  async (given, model, real) => {
    const body = { type: 'individual', ...given.fields };
    const reply = await post(model, real, '/customers', body, given.key);
    if (reply === undefined) return;
    const id = model.take(JSON.parse(reply.text).id, 'cst');
    const customer = new CustomerModel(id, given.fields, model.nowMs, model.scenarios);
    model.customers.push(customer);
    model.changed(customer);
    expectReply(reply, 201, model.customerView(customer));
  },
);

/** Send a write again, under its key and with its body. */
export const repeatWrite = command('repeat a write', key, async (given, model, real) => {
  const write = model.writes.get(given ?? '');
  if (write !== undefined) await post(model, real, write.path, write.body, given);
});

/** Read one, or an unknown one. */
export const getCustomer = command('get customer', which, async (number, model, real) => {
  const customer = model.pick(model.customers, number);
  const reply = await real.call(model, { method: 'GET', path: `/customers/${customer?.id ?? 'cst_none'}` });
  if (customer === undefined) expectProblem(reply, 404, 'not_found');
  else expectReply(reply, 200, model.customerView(customer));
});

/** Send any fields; an agreement may be taken back by them, which is refused. */
export const updateCustomer = command(
  'update customer',
  fc.record({ which, fields }),
  async (given, model, real) => {
    const customer = model.pick(model.customers, given.which);
    const path = `/customers/${customer?.id ?? 'cst_none'}`;
    const reply = await real.call(model, { method: 'PATCH', path, body: given.fields });
    if (customer === undefined) return expectProblem(reply, 404, 'not_found');
    if (!customer.update(given.fields, model.nowMs))
      return expectProblem(reply, model.dialect.invalidBody ?? 422, 'validation_failed');
    model.changed(customer);
    expectReply(reply, 200, model.customerView(customer));
  },
);

/** Delete one, perhaps again. */
export const deleteCustomer = command('delete customer', which, async (number, model, real) => {
  const customer = model.pick(model.customers, number);
  const reply = await real.call(model, {
    method: 'DELETE',
    path: `/customers/${customer?.id ?? 'cst_none'}`,
  });
  if (customer === undefined) return expectProblem(reply, 404, 'not_found');
  customer.delete(model.nowMs);
  expectReply(reply, 200, model.customerView(customer));
});
