import { EventEmitter } from 'node:events';
import { getConnInfo } from '@hono/node-server/conninfo';
import { CallError, type OmsClient } from '@oms-sdk/client';
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { type Account, Accounts } from './accounts.js';
import { Onboarding } from './onboarding.js';
import type { PageFile } from './page-files.js';
import { SessionCookie } from './session-cookie.js';

/** What the app needs from outside. */
export interface AppOptions {
  readonly oms: OmsClient;
  readonly webhookSecret: string;
  /** The address that people open, such as `https://app.example`. */
  readonly publicUrl: string;
  /** The files of the page, by their paths. */
  readonly files: ReadonlyMap<string, PageFile>;
  /** How often a page that waits looks again by itself, in case no event comes. */
  readonly refreshMs: number;
  readonly accounts?: Accounts;
}

/** The routes. The session is a cookie without a sign-in, which your own takes the place of. */
export function createApp(options: AppOptions): Hono {
  const { oms, webhookSecret, publicUrl, files, refreshMs, accounts = new Accounts() } = options;
  const onboarding = new Onboarding(oms);
  const cookie = new SessionCookie(publicUrl);
  const accountOf = (c: Context): Account | undefined => accounts.ofSession(cookie.read(c));
  const changes = new EventEmitter();
  const app = new Hono();
  app.use(secureHeaders(headers), noStore);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    // The errors of the client hold no identity data, tokens or secrets.
    console.error(String(error));
    const isPassing = error instanceof CallError && error.isRetryable;
    return c.json({ message: 'That did not work. Please try again.' }, isPassing ? 503 : 500);
  });

  // An event says that something changed; what holds is read from OMS. One that others overtook says nothing new.
  const changed = async (customerId: string | undefined) => {
    const account = accounts.ofCustomer(customerId ?? '');
    if (account === undefined) return;
    await onboarding.view(account);
    changes.emit(account.id);
  };
  const receive = createWebhookHandler({
    secret: webhookSecret,
    on: {
      'customer.endorsement.granted': ({ data }) => changed(data.id),
      'endorsement.active': ({ data }) => changed(data.customerId),
      'endorsement.updated': ({ data }) => changed(data.customerId),
    },
    onStale: () => undefined,
    onGap: ({ customerId }) => changed(customerId),
    onError: (error) => console.error(String(error)),
  });
  app.post('/webhooks', (c) => receive(c.req.raw));

  // The session begins here, before anything is made at OMS: a start that is sent twice makes one customer.
  app.get('/api/onboarding', async (c) => {
    const account = accountOf(c) ?? accounts.open();
    cookie.write(c, account.session);
    return c.json(await onboarding.view(account));
  });

  app.post('/api/onboarding', isJson, async (c) => {
    const account = accountOf(c);
    return account === undefined ? sessionEnded(c) : c.json(await onboarding.start(account));
  });

  app.post('/api/onboarding/form', isJson, bodyLimit({ maxSize: 50_000 }), async (c) => {
    const account = accountOf(c);
    if (account === undefined) return sessionEnded(c);
    const values: unknown = await c.req.json().catch(() => undefined);
    const { address } = getConnInfo(c).remote;
    const problems = await onboarding.submit(account, Object(values), address);
    return problems.length > 0 ? c.json({ problems }, 422) : c.json(await onboarding.view(account));
  });

  // Tells a page to look again: at once, whenever an event came, and from time to time.
  app.get('/api/onboarding/changes', (c) => {
    const account = accountOf(c);
    if (account === undefined) return sessionEnded(c);
    const { id } = account;
    if (changes.listenerCount(id) >= maxPages) return c.json({ message: 'Too many pages are open.' }, 429);
    return streamSSE(c, async (stream) => {
      const closed = new Promise<void>((resolve) => stream.onAbort(resolve));
      const change = () => stream.writeSSE({ event: 'change', data: '' });
      changes.on(id, change);
      const look = setInterval(change, refreshMs);
      await change();
      await closed;
      clearInterval(look);
      changes.off(id, change);
    });
  });

  app.get('*', (c) => {
    const file = files.get(c.req.path);
    return file === undefined ? c.notFound() : c.body(file.text, 200, { 'content-type': file.type });
  });
  return app;
}

/** Nothing is loaded from elsewhere, and nothing is kept by a browser. */
const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
};

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};

/** A page of another site cannot send this type without being asked first. */
const isJson: MiddlewareHandler = async (c, next) => {
  const isRight = c.req.header('content-type')?.startsWith('application/json') === true;
  return isRight ? next() : c.json({ message: 'Send JSON.' }, 415);
};

/** Pages of one account that wait at the same time; each holds a connection. */
const maxPages = 5;

function sessionEnded(c: Context): Response {
  return c.json({ message: 'The session has ended.' }, 404);
}
