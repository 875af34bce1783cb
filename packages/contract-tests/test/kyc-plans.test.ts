import { type Customer, type CustomerUpdateParams, type EndorsementName, OmsClient } from '@oms-sdk/client';
import {
  type KycField,
  type OnboardingPlan,
  planOnboarding,
  toCustomerUpdate,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const wanted: readonly EndorsementName[] = ['usd', 'cryptoCustody', 'basic'];
const { type, externalId, ...complete } = people.complete;
const names = Object.keys(complete) as (keyof typeof complete)[];
/** Where a scenario leads whoever follows the plan. */
const ends = {
  none: 'final',
  approve: 'final',
  'delay:5': 'final',
  offboard: 'final',
  pending: 'oms',
  issues: 'customer',
  revoke: 'customer',
  reject: 'customer',
} as const;
const statuses: Partial<Record<keyof typeof ends, string>> = {
  offboard: 'OFFBOARDED',
  pending: 'PENDING',
  issues: 'ISSUES',
  revoke: 'REVOKED_ISSUES',
  reject: 'REJECTED',
};

const customers = fc.record({
  given: fc.subarray(names),
  endorsements: fc.option(fc.subarray(['basic', 'cryptoCustody', 'usd'] as const), { nil: undefined }),
  scenario: fc.constantFrom(...(Object.keys(ends) as (keyof typeof ends)[])),
  isDeleted: fc.nat(9).map((chance) => chance === 0),
});

const firstNames = (fields: readonly KycField[]) =>
  [...new Set(fields.map(({ path }) => path.split('.')[0] ?? ''))].sort();
const isActed = ({ actor }: Pick<OnboardingPlan, 'actor'>) => actor === 'customer' || actor === 'integrator';

describe.each(['documented', 'v0.11', 'precedent'] as const)('in the dialect %s', (dialect) => {
  let server: MockServer;
  let oms: OmsClient;
  beforeAll(async () => {
    server = await startMockServer({ listen: false, dialect });
    oms = new OmsClient({
      apiKey: 'sk_sdbx_plans',
      apiSecret: 'made-up',
      baseUrl: server.url,
      fetch: server.fetch,
    });
  });
  afterAll(() => server.close());

  const planFor = async (id: string) => planOnboarding(await oms.customers.get(id), wanted);
  /** Fills in the form of a plan, checks it, sends it, and lets the checks end. */
  const act = async (id: string, plan: OnboardingPlan, without?: string): Promise<void> => {
    const values = without === undefined ? complete : { ...complete, [without]: undefined };
    const { issues } = validatorForPlan(plan)['~standard'].validate(values);
    expect(issues === undefined).toBe(without === undefined);
    await oms.customers.update(id, toCustomerUpdate(plan, values));
    server.sandbox.advance(60_000);
  };

  test('a plan that is followed ends with all that is wanted, or truthfully short of it', async () => {
    await fc.assert(
      fc.asyncProperty(customers, async ({ given, endorsements, scenario, isDeleted }) => {
        const fields = Object.fromEntries(given.map((name) => [name, complete[name]]));
        const { id } = await oms.customers.create({
          type: 'individual',
          ...fields,
          ...(endorsements && { endorsements }),
          metadata: { omsSandbox: scenario },
        });
        if (isDeleted) await oms.customers.delete(id);
        server.sandbox.advance(60_000);
        let plan = await planFor(id);
        for (let step = 0; step < 4 && !plan.isFinal && plan.actor !== 'nobody'; step += 1) {
          if (isActed(plan)) await act(id, plan);
          else server.sandbox.advance(60_000);
          plan = await planFor(id);
        }
        expect(plan.unknown).toEqual([]);
        if (isDeleted) {
          expect(plan).toMatchObject({ actor: 'nobody', fields: [] });
          return;
        }
        const reached = plan.endorsements.map(({ status }) => status);
        expect(new Set(reached)).toEqual(new Set([statuses[scenario] ?? 'ACTIVE']));
        expect(plan.isFinal ? 'final' : plan.actor).toBe(ends[scenario]);
        if (scenario === 'reject') expect(plan.reasons.length).toBeGreaterThan(0);
        if (scenario === 'reject') expect(plan.fields.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 60 },
    );
    expect(server.violations).toEqual([]);
  });

  test('whoever was made up ends with all that is wanted, unless OMS ended the relationship or still checks', async () => {
    const { customerIds: madeUp } = server.sandbox.seed({ customers: 40 });
    const seen = new Set<string | undefined>();
    for (const id of madeUp) {
      let plan = await planFor(id);
      for (const { status } of plan.endorsements) seen.add(status);
      for (let step = 0; step < 4 && isActed(plan); step += 1) {
        await act(id, plan);
        plan = await planFor(id);
      }
      expect(plan.unknown).toEqual([]);
      const { status: ofCustomer } = await oms.customers.get(id);
      const reached = plan.endorsements.map(({ status }) => status);
      const isEnded = ofCustomer === 'inactive' || reached.includes('OFFBOARDED');
      const isHeld = !isEnded && reached.includes('PENDING');
      expect(plan.actor).toBe(isHeld ? 'oms' : 'nobody');
      if (!isEnded && !isHeld) expect(new Set(reached)).toEqual(new Set(['ACTIVE']));
    }
    expect(seen.size).toBe(7);
  });

  test('its fields are those whose absence the sandbox complains of: each that is left out is asked for again', async () => {
    for (const left of names.filter((name) => name !== 'ipAddress')) {
      const { id } = await oms.customers.create({ type: 'individual' });
      const first = await planFor(id);
      expect(firstNames(first.fields)).toContain(left);
      await act(id, first, left);
      const plan = await planFor(id);
      expect(plan).toMatchObject({ actor: 'customer', isFinal: false });
      expect(firstNames(plan.fields)).toEqual([left]);
      await act(id, plan);
      expect(await planFor(id)).toMatchObject({ actor: 'nobody', isFinal: true, fields: [] });
    }
    expect(server.violations).toEqual([]);
  });

  test('nothing is asked for that the sandbox does not need', async () => {
    const { id } = await oms.customers.create({ type: 'individual' });
    const { fields } = await planFor(id);
    const needed = firstNames(fields);
    const body = Object.fromEntries(needed.map((name) => [name, complete[name as keyof typeof complete]]));
    const withAll = await created({ ...body });

    expect(needed.length).toBeGreaterThan(7);
    for (const name of needed) {
      const { endorsements } = await created({ ...body, [name]: undefined });
      expect(JSON.stringify(endorsements)).not.toBe(JSON.stringify(withAll.endorsements));
    }
  });

  async function created(body: CustomerUpdateParams): Promise<Customer> {
    const { id } = await oms.customers.create({ type: 'individual', ...body });
    server.sandbox.advance(60_000);
    return oms.customers.get(id);
  }
});
