import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { OmsClient } from '@oms-sdk/client';
import { signWebhook, verifyWebhook } from '@oms-sdk/client/webhooks';
import type { MockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { isSigned, NaiveClient } from './naive-client.js';

/** Something that happens to every integration, and what each of the two clients makes of it. */
interface Point {
  readonly title: string;
  readonly naive: (server: MockServer) => Promise<string>;
  readonly ours: (server: MockServer) => Promise<string>;
}

const person = { type: 'individual', firstName: 'Alice' } as const;
const identified = { ...people.complete, birthDate: '1990-05-15' };
const naiveClient = (server: MockServer, log?: (line: string) => void) =>
  new NaiveClient(server.url, 'any', log);
const omsClient = (server: MockServer, options: object = {}) =>
  new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: server.url, ...options });
const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no error');

export const points: readonly Point[] = [
  {
    title: 'the response to a create is lost',
    naive: async (server) => {
      server.faults.add('reset-after; operation=createCustomer; nth=1');
      await naiveClient(server).call('POST', '/customers', person);
      return countCustomers(server);
    },
    ours: async (server) => {
      server.faults.add('reset-after; operation=createCustomer; nth=1');
      await omsClient(server).customers.create(person);
      return countCustomers(server);
    },
  },
  {
    title: 'the token expires after an hour',
    naive: async (server) => {
      const client = naiveClient(server);
      await client.call('GET', '/customers');
      server.sandbox.advance(3_601_000);
      return client.call('GET', '/customers').then(
        () => 'works',
        () => '401 for the rest of the day',
      );
    },
    ours: async (server) => {
      const oms = omsClient(server);
      await oms.customers.list();
      server.sandbox.advance(3_601_000);
      await oms.customers.list();
      return 'works';
    },
  },
  {
    title: 'the secret is wrong',
    naive: async (server) => {
      const client = new NaiveClient(server.url, 'wrong');
      const { status } = await client.call<{ status: string }>('POST', '/customers', person);
      return `"${status}", and ${await countCustomers(server)}`;
    },
    ours: async (server) => {
      const oms = omsClient(server, { apiSecret: 'wrong' });
      return oms.customers.create(person).then(() => 'created', nameOf);
    },
  },
  {
    title: 'somebody reads the log',
    naive: async (server) => {
      const lines: string[] = [];
      await naiveClient(server, (line) => lines.push(line)).call('POST', '/customers', identified);
      return whatIsIn(lines);
    },
    ours: async (server) => {
      const lines: string[] = [];
      const log = (...parts: unknown[]) => void lines.push(inspect(parts, { depth: null }));
      await omsClient(server, { logger: { debug: log, warn: log } }).customers.create(identified);
      return whatIsIn(lines);
    },
  },
  {
    title: 'a response stalls halfway',
    naive: async (server) => {
      server.faults.add('stalled-body; operation=listCustomers; nth=1');
      const call = naiveClient(server).call('GET', '/customers');
      return Promise.race([
        call.then(
          () => 'ends',
          () => 'ends',
        ),
        setTimeout(2500, 'waits as long as it takes'),
      ]);
    },
    ours: async (server) => {
      server.faults.add('stalled-body; operation=listCustomers; nth=1');
      await omsClient(server, { timeoutMs: 1000 }).customers.list();
      return 'gives up, tries again';
    },
  },
  {
    title: 'there are 120 customers',
    naive: async (server) => {
      server.sandbox.seed({ customers: 120 });
      const { data } = await naiveClient(server).call<{ data: object[] }>('GET', '/customers');
      return `lists ${data.length}`;
    },
    ours: async (server) => {
      server.sandbox.seed({ customers: 120 });
      const customers = await omsClient(server).customers.list().toArray({ limit: 1000 });
      return `lists ${customers.length}`;
    },
  },
  {
    title: 'an id is "../webhooks"',
    naive: async (server) => {
      const found = await naiveClient(server).call<{ data?: object[] }>('GET', '/customers/../webhooks');
      return found.data === undefined ? 'no customer' : 'reads the endpoints';
    },
    ours: async (server) =>
      omsClient(server)
        .customers.get('../webhooks')
        .then(() => 'sends it', nameOf),
  },
  {
    title: 'a webhook of yesterday is replayed',
    naive: async () => {
      const { body, signature, secret } = await yesterday();
      return isSigned(body, signature['webhook-signature'] ?? '', secret) ? 'accepts it' : 'refuses it';
    },
    ours: async () => {
      const { body, signature, secret } = await yesterday();
      return verifyWebhook(body, signature, secret).then(() => 'accepts it', nameOf);
    },
  },
];

async function countCustomers(server: MockServer): Promise<string> {
  const { length } = await omsClient(server).customers.list().toArray({ limit: 1000 });
  return length === 1 ? '1 customer' : `${length} customers`;
}

function whatIsIn(lines: readonly string[]): string {
  return lines.some((line) => line.includes(identified.birthDate))
    ? 'birth date, document'
    : 'operation, status, time';
}

async function yesterday() {
  const body = JSON.stringify({ event: 'customer.endorsement.granted', data: { id: 'cst_1' } });
  const secret = 'whsec_example';
  const signature = await signWebhook(body, secret, { timestampMs: Date.now() - 86_400_000 });
  return { body, secret, signature };
}
