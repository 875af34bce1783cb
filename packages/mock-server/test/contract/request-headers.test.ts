import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const library = await libraryServer();
const body = { kind: 'paper' };
const create = (headers: Record<string, string>) => ask(library, 'POST /books', { body, headers });

test.each([
  'application/json',
  'Application/JSON',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
])('takes a body of type %s', async (contentType) => {
  expect(await create({ 'content-type': contentType })).toMatchObject({ status: 201, found: [] });
});

test.each([
  'text/plain',
  'application/problem+json',
  'application/json; charset=latin1',
  'application/json, application/json',
  'json',
  '/',
  '',
])('refuses a body of type "%s"', async (contentType) => {
  const reply = await create({ 'content-type': contentType });

  expect(reply).toMatchObject({ status: 415, found: ['request.media-type header.content-type'] });
});

test('refuses a body without a type', async () => {
  const { url } = library;
  const headers = { authorization: 'Bearer any', 'idempotency-key': 'k' };
  const response = await library.fetch(`${url}/books`, {
    method: 'POST',
    headers,
    body: new Uint8Array([123, 125]),
  });

  expect(response.status).toBe(415);
});

test('refuses a compressed body', async () => {
  expect(await create({ 'content-encoding': 'gzip' })).toMatchObject({
    status: 415,
    found: ['request.content-encoding header.content-encoding'],
  });
});

test.each(['Bearer any', 'bearer any', 'BEARER any', 'Bearer  any'])(
  'accepts the credentials "%s"',
  async (authorization) => {
    expect(await create({ authorization })).toMatchObject({ status: 201, found: [] });
  },
);

test.each(['', 'Bearer', 'Basic YTpi', 'any'])(
  'answers 401 to the credentials "%s"',
  async (authorization) => {
    const reply = await create({ authorization });

    expect(reply).toMatchObject({ status: 401, found: ['request.security header.authorization'] });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  },
);

test('asks for no credentials where the spec does not', async () => {
  expect((await ask(library, 'GET /pages/1.txt', { headers: { authorization: '' } })).status).toBe(200);
});

test.each([
  '*/*',
  'application/*',
  'text/html, application/json;q=0.1',
  'foo',
  '',
  ';;',
  'application/json;q=1;x="a,b"',
])('answers to Accept: %s', async (accept) => {
  expect(await create({ accept })).toMatchObject({ status: 201, found: [] });
});

test.each(['text/html', 'application/problem+json', 'application/json;q=0', 'foo, text/html'])(
  'answers 406 to Accept: %s',
  async (accept) => {
    expect(await create({ accept })).toMatchObject({ status: 406, found: ['request.accept header.accept'] });
  },
);

test.each([
  ['an empty one', '', 'min-length'],
  ['one that is too long', 'x'.repeat(21), 'max-length'],
])('checks an idempotency key: %s', async (_, key, rule) => {
  const reply = await create({ 'idempotency-key': key });

  expect(reply).toMatchObject({ status: 400, found: [`request.header.${rule} header.idempotency-key`] });
});

test('reports a required header that is missing', async () => {
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
  const response = await library.fetch(`${library.url}/books`, {
    method: 'POST',
    headers,
    body: '{"kind":"paper"}',
  });

  expect(await response.json()).toMatchObject({
    code: 'invalid_request',
    details: [{ location: 'header.idempotency-key', code: 'required', message: 'Is required.' }],
  });
});

test.each([
  ['5', []],
  ['0x5', ['request.header.type header.x-trace']],
  ['', ['request.header.type header.x-trace']],
])('checks a number in a header: "%s"', async (trace, found) => {
  expect((await ask(library, 'GET /books?shelf=a', { headers: { 'x-trace': trace } })).found).toEqual(found);
});

test('decides by the worst of several mistakes and reports them all', async () => {
  const reply = await ask(library, 'POST /books?x=1', { body: {}, headers: { authorization: 'none' } });

  expect(reply).toMatchObject({
    status: 401,
    found: [
      'request.query.unknown query.x',
      'request.security header.authorization',
      'request.body.required body.kind',
    ],
  });
});
