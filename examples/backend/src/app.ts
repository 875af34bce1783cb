import { ApiError, CallError } from '@oms-sdk/client';
import { verifyWebhook, WebhookError, type WebhookEvent } from '@oms-sdk/client/webhooks';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Account, AccountStore, StoredDelivery } from './account-store.js';
import type { Accounts, Person } from './accounts.js';

/** The routes. Who may call those of `/accounts` is up to your own sessions. */
export function createApp(accounts: Accounts, store: AccountStore, webhookSecret: string): Express {
  const app = express();
  app.disable('x-powered-by');

  // The signature covers the bytes, so they come here before any parser does.
  app.post('/webhooks', express.raw({ type: () => true, limit: '1mb' }), async (request, response) => {
    const event = await verifyWebhook(request.body, request.headers, webhookSecret);
    store.addDelivery(deliveryOf(event, request.get('webhook-signature') ?? ''));
    response.status(204).end();
    void accounts.work();
  });

  app.use(express.json({ limit: '1mb' }));

  app.put('/accounts/:id', async (request, response) => {
    const account = await accounts.register(request.params.id, personIn(request.body));
    response.json(viewOf(account));
  });

  app.get('/accounts/:id', (request, response) => {
    const account = store.get(request.params.id);
    if (account === undefined) response.status(404).json({ message: 'There is no such account.' });
    else response.json(viewOf(account));
  });

  app.use(sendError);
  return app;
}

/** An event of v0.9 has no id; its signature takes the place of one. */
function deliveryOf({ id, event, data }: WebhookEvent, signature: string): StoredDelivery {
  const { customerId = null, id: ofData = null } = Object(data) as { customerId?: string; id?: string };
  return { id: id ?? signature, event, customerId: customerId ?? ofData };
}

const personFields = [
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'birthDate',
  'nationality',
  'residentialAddress',
  'identifyingInformation',
  'signedAgreement',
] as const;

/** The fields that people may set; OMS says what is wrong with their values. */
function personIn(body: unknown): Person {
  const given = Object(body) as Readonly<Record<string, unknown>>;
  const fields = personFields.flatMap((name) => (name in given ? [[name, given[name]]] : []));
  return Object.fromEntries(fields) as Person;
}

function viewOf(account: Account | undefined): object {
  if (account === undefined) throw new Error('The account is gone.');
  const { id, reason, missing, address } = account;
  return { id, state: stateOf(account), reason, missing: JSON.parse(missing), address };
}

function stateOf({ customerId, status, address }: Account): string {
  if (customerId === null) return 'registering';
  if (status === 'ACTIVE') return address === null ? 'checking' : 'open';
  if (status === 'REJECTED') return 'refused';
  if (status === 'OFFBOARDED') return 'closed';
  return status === 'PENDING' ? 'checking' : 'incomplete';
}

/** Says what a caller can do. The message of OMS may quote what was sent, so only the places go out. */
const sendError: ErrorRequestHandler = (error, _request, response, _next) => {
  if (error instanceof WebhookError) response.status(400).json({ message: error.reason });
  else if (error instanceof ApiError && [400, 422].includes(error.status))
    response.status(422).json({ fields: error.fieldErrors.map(({ path, code }) => ({ path, code })) });
  else if (error instanceof CallError && (error.isRetryable || error.outcome === 'unknown'))
    response.status(503).set('Retry-After', '5').json({ message: 'Send the same request again.' });
  else {
    const status = typeof error?.status === 'number' && !(error instanceof CallError) ? error.status : 500;
    if (status >= 500) console.error(String(error));
    response.status(status).json({ message: 'The request failed.' });
  }
};
