import './browser.js';
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { Customers } from './customers.js';

const { createRoot } = await import('react-dom/client');

await using mock = await startMockServer({ listen: false });
const oms = new OmsClient({
  apiKey: 'sk_sdbx_example',
  apiSecret: 'example-api-secret',
  baseUrl: mock.url,
  fetch: mock.fetch,
  dangerouslyAllowBrowser: true,
});
const jane = await oms.customers.create({ type: 'individual', firstName: 'Jane' });
for (const firstName of ['Joan', 'June']) await oms.customers.create({ type: 'individual', firstName });

const container = document.createElement('div');
document.body.append(container);
const queries = new QueryClient();
const root = createRoot(container);
await act(async () =>
  root.render(
    <QueryClientProvider client={queries}>
      <Customers oms={oms} id={jane.id} />
    </QueryClientProvider>,
  ),
);

const shown = (id: string) => container.querySelector(`#${id}`)?.textContent ?? '';
await settled(() => shown('infinite') === '2' && shown('suspense') !== '' && shown('missing') !== '');
click('infinite');
await settled(() => shown('infinite') === '2+1');
click('mutation');
await settled(() => shown('mutation') !== '');
for (const id of ['query', 'suspense', 'missing', 'mutation', 'infinite']) {
  process.stdout.write(`${id}: ${shown(id)}\n`);
}

await act(async () => root.unmount());
queries.clear();
mock.assertNoViolations();

function click(id: string): void {
  container.querySelector<HTMLButtonElement>(`#${id}`)?.click();
}

/** Lets React render until what is expected is on the page; the test run has the limit. */
async function settled(isReady: () => boolean): Promise<void> {
  while (!isReady()) await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}
