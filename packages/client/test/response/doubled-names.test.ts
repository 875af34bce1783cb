import { type Middleware, OmsClient } from '@oms-sdk/client';
import { expect, test } from 'vitest';

const canary = 'CANARY-1990-05-15';
const raw = (text: string, status = 200, type = 'application/json') =>
  new Response(text, { status, headers: { 'content-type': type } });

/** What middleware, and who asks for the response, can read of this one. */
async function seen(response: () => Response): Promise<string> {
  const texts: string[] = [];
  const read: Middleware = async (request, next) => {
    const received = await next(request);
    texts.push(await received.clone().text());
    return received;
  };
  const fetch = async () => response();
  const client = new OmsClient({ token: async () => 'token', fetch, middleware: [read], maxRetries: 0 });
  const call = client.request('GET', '/people');
  await call.asResponse().then(
    async (copy) => texts.push(await copy.text()),
    () => undefined,
  );
  return texts.join('\n');
}

test.each([
  ['in an object that is written twice', `{"person":{"birthDate":"${canary}"},"person":{"id":"1"}}`],
  ['twice in one object', `{"birthDate":"${canary}","birthDate":null}`],
  ['in escapes', `{"person":{"birth\\u0044ate":"${canary}"},"person":null}`],
  ['in a list', `[{"birthDate":"${canary}"}]`],
  ['where text takes its place', `{"person":{"birthDate":"${canary}"},"person":"none"}`],
])('a field that must not come back is in no text when it stands %s', async (_case, text) => {
  const everything = await seen(() => raw(text));

  expect(everything.length).toBeGreaterThan(0);
  expect(everything).not.toContain(canary);
});

test.each([
  ['a list', `[{"birthDate":"${canary}"}]`, 'application/json'],
  ['JSON that says it is text', `{"birthDate":"${canary}"}`, 'text/plain'],
  ['JSON that is cut', `{"birthDate":"${canary}"`, 'application/json'],
])('nor in the text of an error that is %s', async (_case, text, type) => {
  expect(await seen(() => raw(text, 422, type))).not.toContain(canary);
});
