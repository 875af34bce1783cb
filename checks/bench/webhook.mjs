// Measures what verifying and reading one delivery costs, against the HMAC and the JSON.parse that it cannot do without.
import { createHmac } from 'node:crypto';
import OpenAI from 'openai';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { verifyWebhook } from '../../packages/client/dist/esm/webhooks.js';
import { read } from './read-example.mjs';
import { medianOf, microsecondsOf, pairedMedian } from './rounds.mjs';
import { printTable } from './table.mjs';

const key = Buffer.alloc(32, 7);
const secret = `whsec_${key.toString('hex')}`;
const standardSecret = `whsec_${key.toString('base64')}`;
const now = Math.floor(Date.now() / 1000);

const stripe = new Stripe('sk_test_1');
const openai = new OpenAI({ apiKey: 'token' });
const standardWebhook = new Webhook(standardSecret);
const hmac = (secret, content, encoding) => createHmac('sha256', secret).update(content).digest(encoding);

/** All verdicts on a genuine delivery of this body; the first one is the measure. */
function verdicts(body) {
  const bytes = Buffer.from(body);
  const signature = `t=${now},v1=${hmac(secret, `${now}.${body}`, 'hex')}`;
  const headers = {
    host: 'app.example.com',
    'content-type': 'application/json',
    'webhook-signature': signature,
  };
  const standard = {
    'webhook-id': 'whd_1',
    'webhook-timestamp': String(now),
    'webhook-signature': `v1,${hmac(key, `whd_1.${now}.${body}`, 'base64')}`,
  };
  return {
    'bare HMAC and JSON.parse': () => [hmac(secret, `${now}.${body}`, 'hex'), JSON.parse(body)],
    '@oms-sdk/client/webhooks, text': () => verifyWebhook(body, headers, secret),
    '@oms-sdk/client/webhooks, bytes': () => verifyWebhook(bytes, headers, secret),
    'stripe, synchronous': () => stripe.webhooks.constructEvent(body, signature, secret),
    stripe: () => stripe.webhooks.constructEventAsync(body, signature, secret),
    standardwebhooks: () => standardWebhook.verify(body, standard),
    openai: () => openai.webhooks.unwrap(body, standard, standardSecret, 3600),
  };
}

const event = { event: 'customer.updated', id: 'whd_1', createdAt: '2024-01-15T10:01:00Z', sequence: 1 };
const bodies = [read('event-endorsement-active'), { ...event, data: read('customer-alice') }];
const [small, large] = bodies.map((body) => JSON.stringify(body));
const [ofSmall, ofLarge] = [await microsecondsOf(verdicts(small)), await microsecondsOf(verdicts(large))];
const [bare] = Object.keys(ofSmall);
const rows = Object.keys(ofSmall).map((name) => {
  const ratio = (all) => `${pairedMedian(all[name], all[bare], (one, other) => one / other).toFixed(2)} ×`;
  return [name, ...[ofSmall, ofLarge].flatMap((all) => [medianOf(all[name]), ratio(all)])];
});
const heads = [small, large].flatMap(({ length }) => [`${length} bytes`, 'ratio']);
printTable('One webhook delivery, µs', heads, rows);
