import { type Customer, ServerError } from '@oms-sdk/client';
import { fakeCall } from '@oms-sdk/client/testing';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';

const jane = example<Customer>('customer-jane');
const alice = { ...jane, firstName: 'Alice' };

test('resolves to a value, and to what a promise resolves to', async () => {
  expect([await fakeCall(jane), await fakeCall(Promise.resolve(jane))]).toEqual([jane, jane]);
});

test('has the response of a call', async () => {
  const { data, response, requestId } = await fakeCall(jane).withResponse();

  expect([data, response.status, requestId]).toEqual([jane, 200, 'req_fake']);
  expect(await (await fakeCall(jane).asResponse()).json()).toEqual(jane);
});

test('is a page and its items', async () => {
  const page = { data: [jane], hasMore: false };
  const items: Customer[] = [];
  for await (const item of fakeCall(page)) items.push(item);

  expect([await fakeCall(page), items]).toEqual([page, [jane]]);
});

test('is as many pages as are passed', async () => {
  const list = fakeCall({ data: [jane], hasMore: true, cursor: 'cur_2' }, { data: [alice], hasMore: false });

  expect(await list.toArray({ limit: 9 })).toEqual([jane, alice]);
});

test('fails where a page is to follow and there is none', async () => {
  const list = fakeCall({ data: [jane], hasMore: true, cursor: 'cur_2' });

  expect(await caught(list.toArray({ limit: 9 }))).toMatchObject({
    message: 'fakeCall has no page after one whose hasMore is true.',
  });
});

test('rejects with an error, also long after it was made', async () => {
  const error = new ServerError({ status: 503, operation: 'GET /customers' });
  const [call, list] = [fakeCall(error), fakeCall(error)];
  await new Promise((resolve) => setTimeout(resolve));

  expect(await caught(call)).toBe(error);
  expect(await caught(call.withResponse())).toBe(error);
  expect(await caught(list.toArray({ limit: 1 }))).toBe(error);
});
