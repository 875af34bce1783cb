import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const jane = example<{ id: string }>('customer-jane');

test('inspection shows what became of a call', async () => {
  const { client } = observedClient((_, index) => (index === 0 ? json(jane) : json({}, 404)));
  const call = client.customers.get('cst_1');
  const failing = client.customers.get('cst_2');
  await call;
  await caught(failing);

  expect(inspect(call)).toContain(jane.id);
  expect(inspect(failing)).toContain('<rejected>');
});
