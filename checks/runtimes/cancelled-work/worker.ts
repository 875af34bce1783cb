import { OmsClient, type StoredToken } from '@oms-sdk/client';

interface Environment {
  readonly api: string;
}

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

/** As in a deployed worker, one client serves all requests. */
let oms: OmsClient | undefined;

/** A store that takes two requests to write a token. */
const storeAt = (api: string) => ({
  get: async () => undefined,
  set: async (token: StoredToken) => {
    for (const part of ['begun', 'complete']) {
      await fetch(`${api}/store/${part}`, { method: 'PUT', body: JSON.stringify(token) });
    }
  },
});

/** Reads a customer. The query of a request sets its deadline, and whether it keeps the runtime at work. */
export default {
  async fetch(request: Request, { api }: Environment, context: Context): Promise<Response> {
    const query = new URL(request.url).searchParams;
    oms ??= new OmsClient({
      apiKey: 'sk_sdbx_any',
      apiSecret: 'any',
      baseUrl: api,
      tokenStore: storeAt(api),
    });
    const keepAlive = (work: Promise<unknown>) =>
      context.waitUntil(work.then(() => fetch(`${api}/kept`, { method: 'PUT' })));
    const call = oms.customers.get('cst_1', {
      deadlineMs: Number(query.get('deadlineMs') ?? 90_000),
      waitUntil: query.has('keep') ? keepAlive : undefined,
    });
    return Response.json(
      await call.then(
        () => 'ok',
        (error: Error) => error.name,
      ),
    );
  },
};
