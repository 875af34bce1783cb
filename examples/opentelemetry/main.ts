// One span for each attempt of a call, without personal data: `tsx opentelemetry/main.ts`.
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { tracing } from './tracing.js';

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

await using server = await startMockServer({
  mode: 'sandbox',
  faults: ['status=503; operation=createCustomer; nth=1'],
});
const oms = new OmsClient({
  apiKey: 'sk_sdbx_example',
  apiSecret: 'example-api-secret',
  baseUrl: server.url,
  middleware: [tracing(provider.getTracer('app'))],
});

const { id } = await oms.customers.create({ type: 'individual', firstName: 'Jane', birthDate: '1990-01-01' });
await oms.customers.get(id);
await oms.customers.get('cst_unknown').catch(() => undefined);

for (const { name, attributes } of exporter.getFinishedSpans()) {
  console.log(name.padEnd(32), JSON.stringify(attributes));
}
