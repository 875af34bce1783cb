import { type Middleware, ServerError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

/** A response that `fetch` can return and the constructor of `Response` refuses. */
function received(values: { status?: number; statusText?: string }, body: unknown): Response {
  const descriptors = Object.entries(values).map(([name, value]) => [name, { value }]);
  return Object.defineProperties(json(body), Object.fromEntries(descriptors));
}

const passOn: Middleware = (request, next) => next(request);

test('returns a response whose reason is not Latin, as it came', async () => {
  const { client } = observedClient(() => received({ statusText: '成功' }, { id: 'cst_1' }));

  const response = await client.customers.get('cst_1').asResponse();

  expect(response).toMatchObject({ status: 200, ok: true, statusText: '成功' });
  expect(await response.json()).toEqual({ id: 'cst_1' });
});

test.each([600, 999])('a status of %i is a ServerError, also through a middleware', async (status) => {
  const { client } = observedClient(() => received({ status }, { code: 'odd' }));

  const error = await caught<ServerError>(client.customers.get('cst_1', { middleware: [passOn] }));

  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({ status, code: 'odd' });
});
