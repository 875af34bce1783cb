import fc from 'fast-check';
import { decision, dialect, scenario, wait, which } from './arbitraries.js';
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

/** What the preset has that is not as documented. */
const v011 = { endorsementName: 'name', errors: 'code', events: 'v0.11' } as const;

/** Read the API in another way. */
export const speak = command('speak', dialect, async (given, model, real) => {
  await real.steer(({ sandbox }) => sandbox.setDialect(given));
  model.dialect = { ...(given.preset === 'v0.11' && v011), ...given };
});

/** Let time pass, perhaps until the token has expired. */
export const advance = command('advance', wait, async (ms, model, real) => {
  await real.steer(({ sandbox }) => sandbox.advance(ms));
  model.advance(ms);
});

/** Add a scenario rule. */
export const addScenario = command('add a scenario', scenario, async (rule, model, real) => {
  await real.steer(({ sandbox }) => {
    const { id } = sandbox.scenarios.add(rule);
    model.scenarios.push({ id, ...rule, counted: new Set() });
  });
});

/** Take a scenario rule away. */
export const removeScenario = command('remove a scenario', which, async (number, model, real) => {
  const found = model.pick(model.scenarios, number);
  await real.steer(({ sandbox }) => void sandbox.scenarios.remove(found?.id ?? 'scn_none'));
  if (found !== undefined) model.scenarios.splice(model.scenarios.indexOf(found), 1);
});
