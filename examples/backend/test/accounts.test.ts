import { people } from '@oms-sdk/mock-server/people';
import { expect, test } from 'vitest';
import { startWorld } from './running-backend.js';

/** A person as an app sends one. */
function dataOf({ type: _, externalId: __, metadata: ___, ...person }: (typeof people)['complete']) {
  return person;
}

test('a person who sends everything gets a wallet, and nobody appears in the log', async () => {
  const { sandbox, send, stateOf, printed } = await startWorld();
  const { email, lastName, birthDate, identifyingInformation = [] } = people.complete;
  const [document] = identifyingInformation;

  const registered = await send('PUT', '/accounts/usr_1', dataOf(people.complete));
  expect(registered).toMatchObject({ status: 200, body: { id: 'usr_1', state: 'checking' } });
  sandbox.sandbox.advance(1000);
  expect(await stateOf('usr_1', 'open')).toMatchObject({
    state: 'open',
    address: expect.stringMatching(/^0x/),
  });
  sandbox.assertNoViolations();
  for (const secret of [email, lastName, birthDate, document?.number, 'backend-secret'])
    expect(printed()).not.toContain(secret);
});

test('a person who was rejected learns why, and can try again', async () => {
  const { sandbox, send, stateOf } = await startWorld();
  const reason = 'The picture is blurred.';
  const { id } = sandbox.sandbox.scenarios.add({ match: { nth: 1 }, outcome: 'reject', reason });

  await send('PUT', '/accounts/usr_1', dataOf(people.complete));
  sandbox.sandbox.advance(1000);
  expect(await stateOf('usr_1', 'refused')).toMatchObject({ state: 'refused', reason });

  sandbox.sandbox.scenarios.remove(id);
  await send('PUT', '/accounts/usr_1', dataOf(people.complete));
  sandbox.sandbox.advance(1000);
  expect(await stateOf('usr_1', 'open')).toMatchObject({ state: 'open', reason: null });
});

test('a person who leaves things out learns what is missing', async () => {
  const { sandbox, send, stateOf } = await startWorld();

  const { body } = await send('PUT', '/accounts/usr_1', dataOf(people.incomplete));
  expect(body).toMatchObject({ state: 'incomplete', missing: expect.arrayContaining(['birthDate']) });
  await send('PUT', '/accounts/usr_1', dataOf(people.complete));
  sandbox.sandbox.advance(1000);
  expect(await stateOf('usr_1', 'open')).toMatchObject({ state: 'open', missing: [] });
});

test('data that cannot be right is refused by its field, and can be corrected', async () => {
  const { send, oms } = await startWorld({ failOn: 'error' });
  const person = dataOf(people.complete);

  expect(await send('PUT', '/accounts/usr_1', { ...person, birthDate: '1990-02-31' })).toEqual({
    status: 422,
    body: { fields: [{ path: 'birthDate', code: 'format' }] },
  });
  expect((await send('PUT', '/accounts/usr_1', person)).body).toMatchObject({ state: 'checking' });
  expect(await oms.customers.list().toArray({ limit: 10 })).toHaveLength(1);
});
