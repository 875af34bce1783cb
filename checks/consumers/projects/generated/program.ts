import { startMockServer } from '@oms-sdk/mock-server';
import { createCustomer, createToken, getCustomer } from './hey-api/index.js';
import { client } from './hey-api/client.gen.js';
import type { components } from './openapi-typescript.js';

const server = await startMockServer({ listen: false });
client.setConfig({ baseUrl: server.url, fetch: (request) => server.fetch(request as Request) });

const body = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
const { data: token } = await createToken({ body, throwOnError: true });
client.setConfig({ auth: token.accessToken });

const { data: created } = await createCustomer({
  headers: { 'Idempotency-Key': 'cst-jane-001' },
  body: { type: 'individual', firstName: 'Jane' },
  throwOnError: true,
});
console.log('created:', created.firstName, created.status);

/** What the API could send one day. */
const later = (status: string) => (customer: object) => Response.json({ ...customer, status });
const asSentLater = later('paused');
client.setConfig({ fetch: async (request) => asSentLater(await (await server.fetch(request as Request)).json()) });
const path = { customerId: created.id };
const { data: customer, error } = await getCustomer({ path });
console.log('later:', customer?.status ?? error?.constructor.name);

const status: components['schemas']['Customer']['status'] | undefined = customer?.status;
const unknown: components['schemas']['Customer']['status'] = 'paused';
console.log('typed:', status === unknown);
await server.close();
