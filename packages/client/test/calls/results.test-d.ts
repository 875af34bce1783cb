import {
  ApiError,
  type Attempt,
  ConnectionError,
  type Customer,
  NotFoundError,
  OmsClient,
  OmsError,
  ResponseError,
  type ResponseErrorReason,
} from '@oms-sdk/client';

const client = new OmsClient();
declare const error: unknown;

/* CAN await the data, or the data with its response. */
export async function read(): Promise<void> {
  void ((await client.customers.get('cst_1')) satisfies Customer);
  void ((await client.webhookEndpoints.delete('whk_1')) satisfies undefined);
  const { data, response, requestId, attempts } = await client.customers.get('cst_1').withResponse();
  void ([data, response.status, requestId] satisfies [Customer, number, string | undefined]);
  void (attempts satisfies readonly Attempt[]);
}

/* CANNOT take a promise for its data. */
// @ts-expect-error it is not awaited
void client.customers.get('cst_1').id;

/* CAN narrow an error by its class. */
if (error instanceof ApiError) void (error.status satisfies number);
if (error instanceof NotFoundError) void (error.code satisfies string | undefined);
if (error instanceof ConnectionError) void (error.idempotencyKey satisfies string | undefined);
if (error instanceof ResponseError) void (error.reason satisfies ResponseErrorReason);
if (OmsError.is(error)) void (error.message satisfies string);

/* CANNOT find the request on an error. */
// @ts-expect-error an error never contains what was sent
if (error instanceof ApiError) void error.request;
// @ts-expect-error an error never contains what was sent
if (error instanceof ConnectionError) void error.url;
// @ts-expect-error status belongs to an ApiError
if (OmsError.is(error)) void error.status;

/* CANNOT pass the client an option that does not exist. */
// @ts-expect-error apikey is not apiKey
new OmsClient({ apikey: 'sk_sdbx_1' });
// @ts-expect-error there are two environments
new OmsClient({ environment: 'staging' });
