import { readFileSync } from 'node:fs';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

function exampleIn(file: string): Record<string, unknown> {
  const text = readFileSync(new URL(`../../../openapi/examples/${file}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { value: Record<string, unknown> }).value;
}

/** Ids and times differ from one run to the next. */
const varying = {
  id: expect.stringMatching(/^cst_/),
  signedAgreementAt: expect.any(String),
  createdAt: expect.any(String),
  updatedAt: expect.any(String),
};

/** An example need not show every field that the customer does not have. */
function withoutNulls(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

test.each(['alice', 'jane'])('the sandbox creates %s as the examples of the spec show', async (name) => {
  await using server = await startMockServer({ mode: 'sandbox', listen: false });
  const post = async (path: string, body: object, headers = {}) => {
    const response = await server.fetch(server.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const token = await post('/auth/token', exampleIn('token-create-sandbox'));
  const authorization = `Bearer ${token.body['accessToken']}`;

  const created = await post('/customers', exampleIn(`customer-create-${name}`), {
    authorization,
    'idempotency-key': 'key-1',
  });

  const example = withoutNulls(exampleIn(`customer-created-${name}`));
  expect(created.status).toBe(201);
  expect(withoutNulls(created.body)).toEqual({ ...example, ...varying });
});
