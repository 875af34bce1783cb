import type { OmsClient } from '@oms-sdk/client';
import { type Middleware, type OpenapiFetchClient, openapiFetch } from '@oms-sdk/client/openapi-fetch';

declare const client: OmsClient;
const api: OpenapiFetchClient = openapiFetch(client);

/* CAN call every operation by its path, without parameters where none is required. */
api.GET('/customers');
api.GET('/customers', { params: { query: { status: 'active' } }, timeoutMs: 5_000 });
api.DELETE('/webhooks/{id}', { params: { path: { id: 'whk_1' } } });
api.request('get', '/customers');

/* CAN leave the idempotency key to the client, or set it. */
api.POST('/customers', { body: { type: 'individual' } });
api.POST('/customers', {
  params: { header: { 'Idempotency-Key': 'key-1' } },
  body: { type: 'individual' },
});

/* CANNOT call a path or a method the spec does not have. */
// @ts-expect-error there is no such path
api.GET('/customer');
// @ts-expect-error a path is a template, not filled in
api.GET('/customers/cst_1');
// @ts-expect-error there is no DELETE on the collection
api.DELETE('/customers');
// @ts-expect-error the spec has no PUT
api.PUT('/customers/{customerId}', { params: { path: { customerId: 'cst_1' } } });

/* CANNOT leave a path parameter out, or name another. */
// @ts-expect-error the path parameter is required
api.GET('/customers/{customerId}');
// @ts-expect-error the path parameter is required
api.GET('/customers/{customerId}', {});
// @ts-expect-error the path parameter is required
api.GET('/customers/{customerId}', { params: { path: {} } });
// @ts-expect-error it is customerId here, not id
api.GET('/customers/{customerId}', { params: { path: { id: 'cst_1' } } });
// @ts-expect-error a creation needs its body
api.POST('/customers', {});
// @ts-expect-error there is no such type of customer
api.POST('/customers', { body: { type: 'robot' } });

/* CAN distinguish a success from a failure by its error, and read what the operation declares. */
export async function tellApart(): Promise<void> {
  const { data, error, response } = await api.GET('/customers/{customerId}', {
    params: { path: { customerId: 'cst_1' } },
  });
  void (response satisfies Response);
  if (error) void (error.code satisfies string | undefined);
  else void (data.id satisfies string);

  /* CANNOT take the data before that, or read what is only sent. */
  // @ts-expect-error it may be a failure
  void data.id;
  // @ts-expect-error identity data does not come back
  if (data) void data.birthDate;
  const text = await api.GET('/customers', { parseAs: 'text' });
  if (!text.error) void (text.data satisfies string);
}

/* CAN use and eject middleware of openapi-fetch. */
const middleware: Middleware = { onRequest: ({ request }) => void request.headers.set('x-trace', '1') };
api.use(middleware);
api.eject(middleware);
// @ts-expect-error the middleware of the client is another kind
api.use((request, next) => next(request));
