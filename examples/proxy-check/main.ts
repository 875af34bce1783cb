// Fails when the API and the spec no longer agree: `OMS_BASE_URL=… tsx proxy-check/main.ts`. Without a base URL it checks a
// sandbox of its own. The command `oms-mock proxy <url> --fail-on-violation` does the same for a test suite.
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';

await using sandbox = await startMockServer({ mode: 'sandbox' });
const upstream = process.env['OMS_BASE_URL'] ?? sandbox.url;
await using proxy = await startMockServer({ mode: 'proxy', upstream });

const { OMS_API_KEY: apiKey = 'sk_sdbx_example', OMS_API_SECRET: apiSecret = 'example-api-secret' } =
  process.env;
const oms = new OmsClient({ apiKey, apiSecret, baseUrl: proxy.url });

const { id } = await oms.customers.create({ type: 'individual', firstName: 'Proxy', lastName: 'Check' });
await oms.customers.get(id);
await oms.customers.list({ limit: 1 });
await oms.customers.delete(id);

console.log(`${proxy.requests.length} exchanges, ${proxy.violations.length} contract violations`);
for (const { blame, code, location, method, path } of proxy.violations) {
  console.log(`${blame}: ${code} at ${location.join('.')} of ${method} ${path}`);
}
process.exitCode = proxy.violations.length === 0 ? 0 : 1;
