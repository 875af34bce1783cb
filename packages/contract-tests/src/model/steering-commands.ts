import fc from 'fast-check';
import { ruling, wait, which } from './arbitraries.js';
import { command } from './command.js';

/** Decide on an endorsement, as a reviewer does. */
export const rule = command('rule', fc.record({ which, ruling }), async (given, model, real) => {
  const customer = model.pick(model.customers, given.which);
  if (customer === undefined) return;
  const { name, status } = given.ruling;
  await real.steer(({ sandbox }) => sandbox.rule(customer.id, name, { status }));
  model.granting(customer, customer.active, () => customer.rule(name, { status }));
});

/** Let time pass, perhaps until the token has expired. */
export const advance = command('advance', wait, async (ms, model, real) => {
  await real.steer(({ sandbox }) => sandbox.advance(ms));
  model.nowMs += ms;
});
