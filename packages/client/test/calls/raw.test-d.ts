import type { ApiErrorBody, Customer, OmsClient } from '@oms-sdk/client';

declare const client: OmsClient;

/* CAN call every operation by its path, without parameters where none is required. */
client.raw.GET('/customers');
client.raw.GET('/customers', { params: { query: { status: 'active' } }, timeoutMs: 5_000 });
client.raw.DELETE('/webhooks/{id}', { params: { path: { id: 'whk_1' } } });

/* CANNOT call a path or a method the spec does not have. */
// @ts-expect-error there is no such path
client.raw.GET('/customer');
// @ts-expect-error a path is a template, not filled in
client.raw.GET('/customers/cst_1');
// @ts-expect-error there is no DELETE on the collection
client.raw.DELETE('/customers');
// @ts-expect-error the spec has no PUT
client.raw.PUT('/customers/{customerId}', { params: { path: { customerId: 'cst_1' } } });

/* CANNOT leave a path parameter out, or name another. */
// @ts-expect-error the path parameter is required
client.raw.GET('/customers/{customerId}');
// @ts-expect-error the path parameter is required
client.raw.GET('/customers/{customerId}', {});
// @ts-expect-error the path parameter is required
client.raw.GET('/customers/{customerId}', { params: { path: {} } });
// @ts-expect-error it is customerId here, not id
client.raw.GET('/customers/{customerId}', { params: { path: { id: 'cst_1' } } });
// @ts-expect-error this operation has no query
client.raw.GET('/wallets/{id}', { params: { path: { id: 'wlt_1' }, query: { limit: 1 } } });
// @ts-expect-error a GET has no body
client.raw.GET('/customers', { body: { type: 'individual' } });
// @ts-expect-error a creation needs its body
client.raw.POST('/customers', {});

/* CAN tell a success from a failure, by any of its marks. */
export async function tellApart(): Promise<void> {
  const result = await client.raw.GET('/customers/{customerId}', {
    params: { path: { customerId: 'cst_1' } },
  });
  if (result.ok) void (result.data satisfies Customer);
  else void (result.error satisfies ApiErrorBody | undefined);
  if (!result.ok) void (result.data satisfies undefined);
  if (result.data) void (result.data satisfies Customer);
  const deleted = await client.raw.DELETE('/webhooks/{id}', { params: { path: { id: 'whk_1' } } });
  if (deleted.ok) void (deleted.data satisfies undefined);

  /* CANNOT take the data before that. */
  // @ts-expect-error it may be a failure
  void result.data.id;
  // @ts-expect-error a failure has no data
  if (!result.ok) void result.data.id;
  // @ts-expect-error a success has no error
  if (result.ok) void result.error.code;
}

/* CAN read the error body that the operation declares, for each method. */
export async function readErrors(): Promise<void> {
  const id = { params: { path: { id: 'whk_1' } } };
  const created = await client.raw.POST('/customers', { body: { type: 'individual' } });
  if (!created.ok) void (created.error?.code satisfies string | undefined);
  const updated = await client.raw.PATCH('/webhooks/{id}', { ...id, body: { enabled: false } });
  if (!updated.ok) void (updated.error satisfies ApiErrorBody | undefined);
  const deleted = await client.raw.DELETE('/webhooks/{id}', id);
  if (!deleted.ok) void (deleted.error satisfies ApiErrorBody | undefined);

  /* CANNOT rely on a body, or on a field that is not declared: an error may come from a proxy. */
  // @ts-expect-error there may be no body
  if (!created.ok) void created.error.code;
  // @ts-expect-error the field is not declared
  if (!created.ok) void created.error?.stack;
}
