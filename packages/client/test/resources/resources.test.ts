import type {
  CustomerCreateParams,
  CustomerUpdateParams,
  ExternalAccountCreateParams,
  OmsClient,
  WalletCreateParams,
  WebhookEndpointCreateParams,
  WebhookEndpointUpdateParams,
} from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { example } from '../harness/example.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const customer = example<CustomerCreateParams>('customer-create-alice');
const customerChange = example<CustomerUpdateParams>('customer-update-contact');
const wallet = example<WalletCreateParams>('wallet-create-usdc-on-polygon');
const endpoint = example<WebhookEndpointCreateParams>('webhook-endpoint-create-endorsements');
const endpointChange = example<WebhookEndpointUpdateParams>('webhook-endpoint-update-pause');
const account = example<ExternalAccountCreateParams>('external-account-create-alice');

/** Method, what it sends, and the example it responds with. */
const calls: [
  name: string,
  call: (client: OmsClient) => PromiseLike<unknown>,
  sent: string,
  body: unknown,
  exampleName: string,
][] = [
  [
    'customers.create',
    (oms) => oms.customers.create(customer),
    'POST /customers',
    customer,
    'customer-created-alice',
  ],
  ['customers.get', (oms) => oms.customers.get('cst_1'), 'GET /customers/cst_1', undefined, 'customer-jane'],
  ['customers.list', (oms) => oms.customers.list(), 'GET /customers', undefined, 'customer-list-page'],
  [
    'customers.list with a filter',
    (oms) => oms.customers.list({ email: 'a@b.example' }),
    'GET /customers?email=a%40b.example',
    undefined,
    'customer-list-empty',
  ],
  [
    'customers.update',
    (oms) => oms.customers.update('cst_1', customerChange),
    'PATCH /customers/cst_1',
    customerChange,
    'customer-updated-alice',
  ],
  [
    'customers.delete',
    (oms) => oms.customers.delete('cst_1'),
    'DELETE /customers/cst_1',
    undefined,
    'customer-inactive-alice',
  ],
  [
    'wallets.create',
    (oms) => oms.wallets.create('cst_1', wallet),
    'POST /customers/cst_1/wallets',
    wallet,
    'wallet-alice-usdc',
  ],
  [
    'wallets.list',
    (oms) => oms.wallets.list('cst_1', { limit: 2 }),
    'GET /customers/cst_1/wallets?limit=2',
    undefined,
    'wallet-list-page',
  ],
  ['wallets.get', (oms) => oms.wallets.get('wlt_1'), 'GET /wallets/wlt_1', undefined, 'wallet-alice-eth'],
  [
    'wallets.getBalance',
    (oms) => oms.wallets.getBalance('wlt_1'),
    'GET /wallets/wlt_1/balance',
    undefined,
    'wallet-balance-alice-usdc',
  ],
  [
    'webhookEndpoints.create',
    (oms) => oms.webhookEndpoints.create(endpoint),
    'POST /webhooks',
    endpoint,
    'webhook-endpoint-created',
  ],
  [
    'webhookEndpoints.get',
    (oms) => oms.webhookEndpoints.get('whk_1'),
    'GET /webhooks/whk_1',
    undefined,
    'webhook-endpoint-enabled',
  ],
  [
    'webhookEndpoints.list',
    (oms) => oms.webhookEndpoints.list({ cursor: 'c' }),
    'GET /webhooks?cursor=c',
    undefined,
    'webhook-endpoint-list-page',
  ],
  [
    'webhookEndpoints.update',
    (oms) => oms.webhookEndpoints.update('whk_1', endpointChange),
    'PATCH /webhooks/whk_1',
    endpointChange,
    'webhook-endpoint-disabled',
  ],
  [
    'externalAccounts.listSchemas',
    (oms) => oms.externalAccounts.listSchemas(),
    'GET /external-accounts/schemas',
    undefined,
    'external-account-schema-list',
  ],
  [
    'externalAccounts.create',
    (oms) => oms.externalAccounts.create('cst_1', account),
    'POST /customers/cst_1/external-accounts',
    account,
    'external-account-alice',
  ],
];

test.each(calls)(
  '%s sends its request and resolves to the data',
  async (_, call, sent, body, exampleName) => {
    const { client, requests } = observedClient(() => json(example(exampleName)));

    const data = await call(client);

    expect(data).toEqual(example(exampleName));
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([sent]);
    expect(requests[0]?.body).toEqual(body);
  },
);

test('webhookEndpoints.delete resolves to undefined for the empty response', async () => {
  const { client, requests } = observedClient(() => new Response(null, { status: 204 }));

  expect(await client.webhookEndpoints.delete('whk_1')).toBeUndefined();
  expect(requests[0]).toMatchObject({ method: 'DELETE', path: '/webhooks/whk_1' });
});

test('auth.createToken exchanges the credentials that are passed, without a token', async () => {
  const { client, exchanges } = observedClient();

  expect(await client.auth.createToken(credentials)).toEqual(example('token'));
  expect(exchanges).toHaveLength(1);
  expect(exchanges[0]).toMatchObject({ method: 'POST', path: '/auth/token', body: credentials });
  expect(exchanges[0]?.headers).not.toHaveProperty('authorization');
});

test('passes fields and enum values through that the spec does not know', async () => {
  const unknown = { ...example<object>('customer-jane'), status: 'dormant', riskScore: { value: 7 } };
  const { client } = observedClient(() => json(unknown));

  expect(await client.customers.get('cst_1')).toEqual(unknown);
});
