import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const broken = { body: { kind: 'paper' }, headers: { prefer: 'example=broken' } };
const found = ['response.body.type body.id', 'response.body.pattern body.isbn'];

test('passes a response that breaks the contract through and reports it', async () => {
  const reply = await ask(await libraryServer(), 'POST /books', broken);

  expect(reply).toMatchObject({ status: 201, body: { id: 5 } });
  expect(reply.found.sort()).toEqual(found.sort());
});

test('answers 500 instead when it is strict', async () => {
  const library = await libraryServer({ strict: true });
  const reply = await ask(library, 'POST /books', broken);

  expect(reply).toMatchObject({
    status: 500,
    body: { code: 'internal_error', message: 'The response breaks the contract.' },
  });
  expect(reply.found.sort()).toEqual(found.sort());
  expect(library.requests).toMatchObject([{ status: 500 }]);
});

test('lets warnings pass when it is strict', async () => {
  const library = await libraryServer({ strict: true });
  const reply = await ask(library, 'POST /loans', {
    body: { kind: 'short', days: 1 },
    headers: { prefer: 'example=drifted' },
  });

  expect(reply).toMatchObject({ status: 201, found: ['response.body.undeclared-property body.fee'] });
});

test('blames the spec for an example that breaks it', async () => {
  const library = await libraryServer();
  await ask(library, 'POST /books', broken);

  expect(library.violations.map(({ blame }) => blame)).toEqual(['spec', 'spec']);
});
