import {
  type ContractDrift,
  type LogFields,
  type Middleware,
  OmsClient,
  type StoredToken,
} from '@oms-sdk/client';

/* CAN time and trace each attempt, and change its headers. */
const traced: Middleware = async (request, next, { operation, attempt, idempotencyKey }) => {
  void ([operation, attempt, idempotencyKey] satisfies [string, number, string | undefined]);
  return next({ ...request, headers: { ...request.headers, traceparent: '00-1-1-01' } });
};
const cached: Middleware = async () => new Response('{}');
export const client = new OmsClient({ middleware: [traced, cached] });
void client.customers.get('cst_1', { middleware: [traced] });

/* CANNOT see or write the token there, change a request in place, or forget the response. */
export const curious: Middleware = async (request, next, context) => {
  // @ts-expect-error the token is added after the middleware
  void context.token;
  // @ts-expect-error a request is a record that does not change
  request.method = 'GET';
  return next(request);
};
// @ts-expect-error a middleware returns what next returned, or a response of its own
export const silent: Middleware = async (request, next) => void (await next(request));
// @ts-expect-error middleware is a list, in the order of the journey
new OmsClient({ middleware: traced });

/* CAN log with the console or a logger of one's own, which receives no body and no header. */
new OmsClient({ logger: console });
new OmsClient({
  logger: {
    debug: (message, { operation, durationMs }) => record(message, operation, durationMs),
    warn: record,
  },
});
// @ts-expect-error nothing of a body is logged
export const body = (fields: LogFields) => fields.body;
// @ts-expect-error nothing of a header is logged
export const headers = (fields: LogFields) => fields.headers;
// @ts-expect-error a logger has warn as well
new OmsClient({ logger: { debug: record } });

/* CAN hear of drift: where and what kind, without the value. */
new OmsClient({ onContractDrift: ({ kind, operation, pointer }) => record(kind, operation, pointer) });
export const known = (drift: ContractDrift): boolean => drift.kind === 'unknown-field';
// @ts-expect-error there is no such kind
export const misspelt = (drift: ContractDrift): boolean => drift.kind === 'unknown_field';
// @ts-expect-error the value may be personal data
export const value = (drift: ContractDrift) => drift.value;

/* CAN share tokens, in a store that resolves later. */
declare function load(): Promise<StoredToken | undefined>;
new OmsClient({ tokenStore: { get: load, set: async (token) => record(token.expiresAt) } });
// @ts-expect-error a store can also be written
new OmsClient({ tokenStore: { get: load } });

declare function record(...facts: readonly unknown[]): void;
