import { SeededRandom } from '../../seeded-random.js';
import { ApiProblem } from '../rules/api-problem.js';
import {
  type EndorsementName,
  type EndorsementStatus,
  endorsementNames,
  endorsementStatuses,
} from '../rules/endorsements.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { type GivenEndpoint, mostEndpoints } from '../webhooks/webhook-endpoints.js';
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
export function withMadeUp({ customers = [], ...data }: SeedData, seed: string): CompleteSeedData {
  if (typeof customers !== 'number') return { ...data, customers };
  const random = new SeededRandom(seed);
  return {
    ...data,
    customers: madeUpCustomers(customers, random),
    webhookEndpoints: data.webhookEndpoints ?? madeUpEndpoints(random),
  };
}

/** Puts data that was checked into a sandbox. Throws SeedDataError for what its rules do not allow. */
export function putIn(
  state: SandboxState,
  { customers, webhookEndpoints = [], scenarios = [] }: CompleteSeedData,
): SeededIds {
  if (state.endpoints.all().length + webhookEndpoints.length > mostEndpoints)
    throw new SeedDataError(['webhookEndpoints'], `would make more than ${mostEndpoints}`);
  const webhookEndpointIds = webhookEndpoints.map((endpoint) => state.endpoints.addGiven(endpoint).id);
  const customerIds = customers.map((customer, index) => addCustomer(state, customer, ['customers', index]));
  // What is put in was decided on by the data: no rule of it counts those customers.
  state.scenarios.addGiven(scenarios);
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

const firstNames = [
  'Ada',
  'Bruno',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farah',
  'Goran',
  'Hana',
  'Ivo',
  'Jürgen',
  'Kwame',
  'Léa',
];
const lastNames = [
  'Sample',
  'Example',
  'Muster',
  'Ejemplo',
  'Exemple',
  'Esempio',
  'Przykład',
  'Örnek',
  'Testman',
  'Probst',
];
const cities = [
  ['New York', 'NY', '10001'],
  ['Chicago', 'IL', '60601'],
  ['Austin', 'TX', '78701'],
] as const;
const wallets = [
  { asset: 'usdc', chain: 'polygon' },
  { asset: 'usdc', chain: 'solana' },
  { asset: 'btc', chain: 'bitcoin' },
] as const;

/** Customers in every status of an endorsement in turn, some with wallets, some deleted. None of them exists. */
function madeUpCustomers(count: number, random: SeededRandom): SeedCustomer[] {
  const batch = hex(random);
  return Array.from({ length: count }, (_, index) => madeUpCustomer(index, batch, random));
}

/** Endpoints that are paused, so that no event goes to a host that does not exist. */
function madeUpEndpoints(random: SeededRandom): GivenEndpoint[] {
  return ['customers', 'everything'].map((name) => ({
    url: `https://hooks.example.com/${name}`,
    secret: `whsec_${Array.from({ length: 8 }, () => hex(random)).join('')}`,
    enabled: false,
    ...(name === 'customers' && { events: ['customer.endorsement.granted'] }),
  }));
}

function madeUpCustomer(index: number, batch: string, random: SeededRandom): SeedCustomer {
  const status = endorsementStatuses[index % endorsementStatuses.length] ?? 'ACTIVE';
  const [firstName, lastName] = [oneOf(firstNames, random), oneOf(lastNames, random)];
  const hadWallets = ['ACTIVE', 'REVOKED_ISSUES', 'OFFBOARDED'].includes(status);
  const named = { firstName, lastName, email: `customer.${batch}.${index + 1}@example.com` };
  const isInactive =
    status === 'ACTIVE' && index % (4 * endorsementStatuses.length) > 3 * endorsementStatuses.length;
  return {
    ...named,
    phone: `+1202555${String(100 + (index % 100)).padStart(4, '0')}`,
    nationality: 'US',
    externalId: `seed_${batch}_${index + 1}`,
    signedAgreement: true,
    ...(status !== 'INACTIVE' && identityOf(random)),
    ...(hadWallets && { wallets: wallets.slice(0, 1 + Math.floor(random.next() * wallets.length)) }),
    decisions: decisionsOf(status),
    ...(isInactive && { status: 'inactive' }),
  };
}

/** What `cryptoCustody` and `usd` ask for; the numbers are from a range that is never issued. */
function identityOf(random: SeededRandom): object {
  const [city, state, zipCode] = oneOf(cities, random);
  const year = 1950 + Math.floor(random.next() * 55);
  const line1 = `${1 + Math.floor(random.next() * 999)} Example Street`;
  return {
    birthDate: new Date(Date.UTC(year, 0, 1 + Math.floor(random.next() * 365))).toISOString().slice(0, 10),
    residentialAddress: { line1, city, state, country: 'US', zipCode },
    identifyingInformation: [{ type: 'ssn', issuingCountry: 'US', number: '987-65-4321' }],
  };
}

/** What follows from the fields needs no decision. */
function decisionsOf(status: EndorsementStatus): NonNullable<SeedCustomer['decisions']> {
  if (status === 'ACTIVE' || status === 'INACTIVE') return {};
  return Object.fromEntries(endorsementNames.map((name) => [name, { status }]));
}

function oneOf<Value>(values: readonly Value[], random: SeededRandom): Value {
  // The index is below the length, and no list is empty.
  return values[Math.floor(random.next() * values.length)] as Value;
}

/** Eight hexadecimal digits. */
function hex(random: SeededRandom): string {
  return Math.floor(random.next() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
