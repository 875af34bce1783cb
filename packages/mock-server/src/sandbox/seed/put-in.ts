import { SeededRandom } from '../../seeded-random.js';
import { ApiProblem } from '../rules/api-problem.js';
import type { EndorsementName } from '../rules/endorsements.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { mostEndpoints } from '../webhooks/webhook-endpoints.js';
import { madeUpCustomers, madeUpEndpoints } from './made-up.js';
import {
  bodyOf,
  halfSentence,
  type SeedCustomer,
  type SeedData,
  SeedDataError,
  type SeedPath,
} from './seed-data.js';

/** Ids of what was put in, in the order of the data. */
export interface SeededIds {
  readonly customerIds: readonly string[];
  readonly webhookEndpointIds: readonly string[];
}

/** Seed data that is written out: no number stands for made-up customers any more. */
type CompleteSeedData = SeedData & { readonly customers: readonly SeedCustomer[] };

/** Makes up what is only counted; the same seed makes up the same. */
export function withMadeUp({ customers = [], webhookEndpoints }: SeedData, seed: string): CompleteSeedData {
  if (typeof customers !== 'number') return { customers, ...(webhookEndpoints && { webhookEndpoints }) };
  const random = new SeededRandom(seed);
  return {
    customers: madeUpCustomers(customers, random),
    webhookEndpoints: webhookEndpoints ?? madeUpEndpoints(random),
  };
}

/** Puts data that was checked into a sandbox. Throws SeedDataError for what its rules do not allow. */
export function putIn(
  state: SandboxState,
  { customers, webhookEndpoints = [] }: CompleteSeedData,
): SeededIds {
  if (state.endpoints.all().length + webhookEndpoints.length > mostEndpoints)
    throw new SeedDataError(['webhookEndpoints'], `would make more than ${mostEndpoints}`);
  const webhookEndpointIds = webhookEndpoints.map((endpoint) => state.endpoints.addGiven(endpoint).id);
  const customerIds = customers.map((customer, index) => addCustomer(state, customer, ['customers', index]));
  return { customerIds, webhookEndpointIds };
}

function addCustomer(state: SandboxState, customer: SeedCustomer, path: SeedPath): string {
  const { wallets = [], decisions = {}, status } = customer;
  const record = refusingAt(path, () => state.customers.add({ ...bodyOf(customer) }));
  for (const [index, { asset, chain }] of wallets.entries())
    refusingAt([...path, 'wallets', index], () => state.wallets.create(record, asset, chain));
  for (const [name, { afterMs = 0, ...outcome }] of Object.entries(decisions))
    state.customers.decideQuietly(record.id, name as EndorsementName, outcome, afterMs);
  if (status === 'inactive') state.customers.delete(record.id);
  return record.id;
}

/** What the API would refuse, as a mistake in the data. */
function refusingAt<Value>(path: SeedPath, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const [first] = error.details ?? [];
    const below = first?.location.split('.').slice(1) ?? [];
    throw new SeedDataError(
      [...path, ...below],
      first === undefined ? `cannot be put in: ${halfSentence(error.message)}` : halfSentence(first.message),
    );
  }
}
