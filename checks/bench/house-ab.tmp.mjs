import createClient from 'openapi-fetch';
import { read } from './read-example.mjs';
import { medianOf, microsecondsOf, pairedMedian } from './rounds.mjs';
const [sent, answered] = [read('customer-create-alice'), read('customer-alice')];
const text = JSON.stringify(answered);
const init = { status: 200, headers: { 'content-type': 'application/json' } };
const fetch = async () => new Response(text, init);
const headers = { authorization: 'Bearer token', accept: 'application/json' };
const json = { ...headers, 'content-type': 'application/json' };
const baseUrl = 'https://localhost/v0.9'; const url = `${baseUrl}/customers`;
const calls = {
 'raw create': async () => (await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(sent) })).json(),
 'raw get': async () => (await fetch(`${url}/cus_1`, { headers })).json(),
};
const typed = createClient({ baseUrl, fetch, headers });
calls['openapi-fetch create'] = () => typed.POST('/customers', { body: sent });
calls['openapi-fetch get'] = () => typed.GET('/customers/{customerId}', { params: { path: { customerId: 'cus_1' } } });
for (const name of process.argv.slice(2)) {
  const { OmsClient } = await import(`/tmp/house-bench/${name}/esm/index.js`);
  const oms = new OmsClient({ token: async () => 'token', baseUrl, fetch });
  calls[`${name} create`] = () => oms.customers.create(sent);
  calls[`${name} get`] = () => oms.customers.get('cus_1');
  if (process.env.KEYS) {
  const keyed = new OmsClient({ apiKey: 'sk_sdbx_1', apiSecret: 'x', baseUrl, fetch: async (u) => u.endsWith('/auth/token') ? new Response('{"accessToken":"token","expiresIn":3600}', init) : new Response(text, init) });
  calls[`${name}-keys create`] = () => keyed.customers.create(sent);
  calls[`${name}-keys get`] = () => keyed.customers.get('cus_1');
  }
}
const took = await microsecondsOf(calls, { rounds: Number(process.env.ROUNDS ?? 40) });
const low = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.1)];
const own = (name, kind) => low(took[`${name} ${kind}`]) - low(took[`raw ${kind}`]);
const pm = (name, kind) => pairedMedian(took[`${name} ${kind}`], took[`raw ${kind}`], (a, b) => a - b);
for (const kind of ['create', 'get']) {
  const of = own('openapi-fetch', kind);
  console.log(kind, 'raw', low(took[`raw ${kind}`]).toFixed(2), 'openapi-fetch own', of.toFixed(2));
  for (const name of process.argv.slice(2).flatMap((n) => process.env.KEYS ? [n, `${n}-keys`] : [n])) { const o = own(name, kind); console.log('   ', name, o.toFixed(2), (o / of).toFixed(2), ' paired medians', (pm(name, kind) / pm('openapi-fetch', kind)).toFixed(2)); }
}
