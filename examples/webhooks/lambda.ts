// AWS Lambda behind a function URL or API Gateway: both may pass the body on in base64. Instances share no memory, so a real
// receiver needs a `dedupe` in a shared store.
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { openCustody } from './customers.js';

const handle = createWebhookHandler({
  secret: () => process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { 'customer.endorsement.granted': ({ data }) => openCustody(data.id ?? '') },
});

/** What a function URL and both kinds of API Gateway pass on. */
interface LambdaEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | null;
  readonly isBase64Encoded: boolean;
}

export async function handler({ headers, body, isBase64Encoded }: LambdaEvent) {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const url = 'https://app.example.com/hooks';
  const response = await handle(new Request(url, { method: 'POST', headers, body: bytes }));
  return { statusCode: response.status, headers: Object.fromEntries(response.headers) };
}
