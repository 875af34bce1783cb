import fc from 'fast-check';
import { decision, wait, which } from './arbitraries.js';
import { command } from './command.js';

/** Decide on an endorsement, as a reviewer does. */
export const decide = command('decide', fc.record({ which, decision }), async (given, model, real) => {
  const customer = model.pick(model.customers, given.which);
  if (customer === undefined) return;
  const { name, status } = given.decision;
  await real.steer(({ sandbox }) => sandbox.decide(customer.id, name, { status }));
  customer.decide(name, { status }, model.nowMs);
  model.changed(customer);
});

/** Let time pass, perhaps until the token has expired. */
export const advance = command('advance', wait, async (ms, model, real) => {
  await real.steer(({ sandbox }) => sandbox.advance(ms));
  model.advance(ms);
});
