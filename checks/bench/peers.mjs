// The clients that are compared, each with the same two calls: create one customer, get one customer.
import { Agent, request } from 'node:http';
import axios from 'axios';
import ky from 'ky';
import OpenAI from 'openai';
import createClient from 'openapi-fetch';
import Stripe from 'stripe';
import { OmsClient } from '../../packages/client/dist/esm/index.js';
import { nodeFetch } from '../../packages/client/dist/esm/node.js';
import { heyApiModule } from './hey-api.mjs';
import { read } from './read-example.mjs';

const heyApi = await import(heyApiModule);

/** What a create sends, and what every call answers with. */
export const [sent, answered] = [read('customer-create-alice'), read('customer-alice')];

const headers = { authorization: 'Bearer token', accept: 'application/json' };
const json = { ...headers, 'content-type': 'application/json' };
/** A call on node:http and nothing else: what no client on it can undercut. */
function bareNode(agent, method, url, headers, body) {
  return new Promise((resolve, reject) => {
    const sending = request(url, { agent, method, headers }, async (answer) => {
      let text = '';
      for await (const piece of answer.setEncoding('utf8')) text += piece;
      resolve(JSON.parse(text));
    });
    sending.on('error', reject).end(body);
  });
}

const [token, id] = [async () => 'token', 'cus_1'];

/** All peers over `fetch`; with `sockets` those that have a transport of their own use it. The first one is the measure. */
export function makePeers(baseUrl, fetch, { sockets = false } = {}) {
  const url = `${baseUrl}/customers`;
  const { hostname, port, protocol } = new URL(baseUrl);
  const oms = new OmsClient({ token, baseUrl, fetch });
  const omsOnNode = new OmsClient({ token, baseUrl, fetch: nodeFetch() });
  const typed = createClient({ baseUrl, fetch, headers });
  const hey = heyApi.createClient(heyApi.createConfig({ baseUrl, fetch, auth: 'token' }));
  const kyClient = ky.create({ fetch, headers });
  const axiosClient = axios.create({ headers, ...(!sockets && { adapter: 'fetch', env: { fetch } }) });
  const openai = new OpenAI({ apiKey: 'token', baseURL: baseUrl, fetch });
  const agent = new Agent({ keepAlive: true });
  const stripe = new Stripe('sk_test_1', {
    host: hostname,
    port: port || 443,
    protocol: protocol.slice(0, -1),
    telemetry: false,
    ...(!sockets && { httpClient: Stripe.createFetchHttpClient(fetch) }),
  });
  return {
    'raw fetch': {
      create: async () =>
        (await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(sent) })).json(),
      get: async () => (await fetch(`${url}/${id}`, { headers })).json(),
    },
    '@oms-sdk/client': { create: () => oms.customers.create(sent), get: () => oms.customers.get(id) },
    ...(sockets && {
      '@oms-sdk/client/node': {
        create: () => omsOnNode.customers.create(sent),
        get: () => omsOnNode.customers.get(id),
      },
      'node:http, bare': {
        create: () => bareNode(agent, 'POST', url, json, JSON.stringify(sent)),
        get: () => bareNode(agent, 'GET', `${url}/${id}`, headers),
      },
    }),
    'openapi-fetch': {
      create: () => typed.POST('/customers', { body: sent }),
      get: () => typed.GET('/customers/{id}', { params: { path: { id } } }),
    },
    'hey-api': {
      create: () =>
        heyApi.createCustomer({ client: hey, body: sent, headers: { 'Idempotency-Key': 'key-1' } }),
      get: () => heyApi.getCustomer({ client: hey, path: { customerId: id } }),
    },
    ky: {
      create: () => kyClient.post(url, { json: sent }).json(),
      get: () => kyClient.get(`${url}/${id}`).json(),
    },
    axios: { create: () => axiosClient.post(url, sent), get: () => axiosClient.get(`${url}/${id}`) },
    stripe: {
      create: () => stripe.customers.create({ name: sent.firstName, email: sent.email }),
      get: () => stripe.customers.retrieve(id),
    },
    openai: {
      create: () => openai.post('/customers', { body: sent }),
      get: () => openai.get(`/customers/${id}`),
    },
  };
}
