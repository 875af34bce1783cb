import type { ScenarioRule } from '@oms-sdk/mock-server/sandbox';
import { describe, expect, test } from 'vitest';
import { alice, documents, type Send } from './observed-sandbox.js';
import { type AskedSandbox, standaloneSandbox } from './standalone-sandbox.js';

const complete = { ...alice, ...documents };

async function create(send: Send, fields: object = {}): Promise<string> {
  const { body } = await send('POST', '/customers', { ...complete, ...fields });
  return String(body['id']);
}

/** What became of `usd` for a customer a second later. */
async function usdOf({ sandbox, send }: AskedSandbox, id: string) {
  sandbox.advance(1000);
  const { body } = await send('GET', `/customers/${id}`);
  const endorsements = body['endorsements'] as { type: string; status: string; rejectionReasons: object[] }[];
  return endorsements.find(({ type }) => type === 'usd');
}

describe('a scenario rule', () => {
  test.each([
    [{ externalId: 'usr_7890' }, 'REJECTED'],
    [{ email: 'alice@example.com' }, 'REJECTED'],
    [{ lastName: 'Martin' }, 'REJECTED'],
    [{ lastName: 'Martin', email: 'bob@example.com' }, 'ACTIVE'],
    [{ externalId: 'usr_1' }, 'ACTIVE'],
    [{}, 'REJECTED'],
  ])('that matches %j makes usd %s', async (match, status) => {
    const asked = await standaloneSandbox();
    asked.sandbox.scenarios.add({ match, outcome: 'reject', reason: 'The picture is blurred.' });

    const usd = await usdOf(asked, await create(asked.send));

    expect(usd).toMatchObject({ status });
    if (status === 'REJECTED')
      expect(usd?.rejectionReasons).toMatchObject([{ reason: 'The picture is blurred.' }]);
  });

  test('survives an onboarding in steps that says nothing of it', async () => {
    const asked = await standaloneSandbox({ scenarios: ['reject; externalId=usr_7890'] });
    const { body } = await asked.send('POST', '/customers', {
      type: 'individual',
      externalId: 'usr_7890',
      endorsements: [],
    });
    const { type: _, ...rest } = complete;

    await asked.send('PATCH', `/customers/${body['id']}`, { ...rest, metadata: { step: 'kyc' } });
    await asked.send('PATCH', `/customers/${body['id']}`, { endorsements: ['usd'] });

    expect(await usdOf(asked, String(body['id']))).toMatchObject({ status: 'REJECTED' });
  });

  test('holds for a customer that no longer matches', async () => {
    const asked = await standaloneSandbox({ scenarios: ['reject; lastName=Martin'] });
    const id = await create(asked.send);

    await asked.send('PATCH', `/customers/${id}`, { lastName: 'Smith', endorsements: ['usd'] });

    expect(await usdOf(asked, id)).toMatchObject({ status: 'REJECTED' });
  });

  test('with nth 1 is for the next customer alone, however often that one is evaluated', async () => {
    const asked = await standaloneSandbox();
    const before = await create(asked.send);
    asked.sandbox.scenarios.add({ match: { nth: 1 }, outcome: 'reject' });

    const [next, after] = [await create(asked.send), await create(asked.send)];
    await asked.send('PATCH', `/customers/${next}`, { endorsements: ['usd'] });

    const statuses = [];
    for (const id of [before, next, after]) statuses.push((await usdOf(asked, id))?.status);
    expect(statuses).toEqual(['ACTIVE', 'REJECTED', 'ACTIVE']);
    expect(asked.sandbox.scenarios.list()).toMatchObject([{ hits: 1 }]);
  });

  test('with nth counts the customers that match the rest', async () => {
    const asked = await standaloneSandbox({ scenarios: ['issues; lastName=Smith; nth=2'] });

    const ids = [];
    for (const lastName of ['Smith', 'Martin', 'Smith', 'Smith'])
      ids.push(await create(asked.send, { lastName }));

    const statuses = [];
    for (const id of ids) statuses.push((await usdOf(asked, id))?.status);
    expect(statuses).toEqual(['ACTIVE', 'ACTIVE', 'ISSUES', 'ACTIVE']);
  });

  test('that was added last wins, and one that is taken away leaves those before it', async () => {
    const asked = await standaloneSandbox();
    asked.sandbox.scenarios.add('reject');
    const { id } = asked.sandbox.scenarios.add('issues; email=alice@example.com');
    const customer = await create(asked.send);
    expect(await usdOf(asked, customer)).toMatchObject({ status: 'ISSUES' });

    expect([asked.sandbox.scenarios.remove(id), asked.sandbox.scenarios.remove(id)]).toEqual([true, false]);
    await asked.send('PATCH', `/customers/${customer}`, { endorsements: ['usd'] });

    expect(await usdOf(asked, customer)).toMatchObject({ status: 'REJECTED' });
  });

  test('does nothing any more when all are cleared', async () => {
    const asked = await standaloneSandbox({ scenarios: ['reject'] });
    asked.sandbox.scenarios.clear();

    expect(await usdOf(asked, await create(asked.send))).toMatchObject({ status: 'ACTIVE' });
    expect(asked.sandbox.scenarios.list()).toEqual([]);
  });

  test('of the options is there again after a reset, and no other', async () => {
    const { sandbox } = await standaloneSandbox({ scenarios: ['reject; nth=2'] });
    sandbox.scenarios.add('issues');

    sandbox.reset();

    expect(sandbox.scenarios.list()).toMatchObject([
      { rule: { match: { nth: 2 }, outcome: 'reject' }, hits: 0 },
    ]);
  });

  test.each([
    ['reject; afterMs=5000', 'REJECTED'],
    ['delay; afterMs=5000', 'ACTIVE'],
  ])('"%s" waits as long as it says', async (rule, status) => {
    const asked = await standaloneSandbox({ scenarios: [rule] });
    const id = await create(asked.send);

    asked.sandbox.advance(3999);
    expect((await asked.send('GET', `/customers/${id}`)).body['endorsements']).toMatchObject([
      { status: 'PENDING' },
      { status: 'PENDING' },
      { status: 'PENDING' },
    ]);

    asked.sandbox.advance(1);
    expect(await usdOf(asked, id)).toMatchObject({ status });
  });

  test.each([
    ['reject; afterMs=60000', 'REJECTED'],
    ['delay; afterMs=60000', 'ACTIVE'],
  ])('"%s" delays every endorsement that is asked for while it holds', async (rule, status) => {
    const asked = await standaloneSandbox({ scenarios: [rule] });
    const id = await create(asked.send, { endorsements: ['basic'] });
    asked.sandbox.advance(30_000);
    await asked.send('PATCH', `/customers/${id}`, { endorsements: ['usd'], metadata: { step: 'usd' } });

    asked.sandbox.advance(58_999);
    expect(await usdOf(asked, id)).toMatchObject({ status: 'PENDING' });

    expect(await usdOf(asked, id)).toMatchObject({ status });
  });

  test('leaves an active endorsement as it is until its outcome is due', async () => {
    const asked = await standaloneSandbox();
    const id = await create(asked.send);
    await usdOf(asked, id);
    asked.sandbox.scenarios.add('revoke; afterMs=5000');

    await asked.send('PATCH', `/customers/${id}`, { endorsements: ['usd'] });
    expect(await usdOf(asked, id)).toMatchObject({ status: 'ACTIVE' });
    asked.sandbox.advance(3000);

    expect(await usdOf(asked, id)).toMatchObject({ status: 'REVOKED_ISSUES' });
  });
});

/** All that can decide, the strongest first, each by another status. */
const deciding = [
  { by: 'a decision', status: 'OFFBOARDED' },
  { by: 'a rule', status: 'REJECTED' },
  { by: 'metadata', status: 'REVOKED_ISSUES' },
  { by: 'a magic value', status: 'ISSUES' },
  { by: 'the fields', status: 'ACTIVE' },
];

test.each(
  deciding.flatMap((one, at) =>
    deciding.slice(at + 1).map((other) => [one.by, other.by, one.status] as const),
  ),
)('%s comes before %s', async (...[one, other, status]) => {
  const has = (by: string) => [one, other].includes(by);
  const asked = await standaloneSandbox({ scenarios: has('a rule') ? ['reject'] : [] });
  const id = await create(asked.send, {
    ...(has('metadata') && { metadata: { omsSandbox: 'revoke' } }),
    ...(has('a magic value') && { email: 'alice+oms-issues@example.com' }),
  });
  if (has('a decision')) asked.sandbox.decide(id, 'usd', { status: 'OFFBOARDED' });

  expect(await usdOf(asked, id)).toMatchObject({ status });
});

test.each([
  [{ email: 'alice+oms-reject@example.com' }, 'REJECTED'],
  [{ email: 'alice+OMS-Revoke@example.com' }, 'REVOKED_ISSUES'],
  [{ lastName: 'Oms-Offboard' }, 'OFFBOARDED'],
  [{ lastName: 'Oms-Delay' }, 'PENDING'],
  [{ lastName: 'Oms-Pending' }, 'PENDING'],
  [{ lastName: 'Oms-Approve', email: 'alice+oms-issues@example.com' }, 'ISSUES'],
  [{ lastName: 'Oms-Reject', email: 'alice+oms-team@example.com' }, 'REJECTED'],
  [{ lastName: 'Oms-Other', email: 'oms-reject@example.com' }, 'ACTIVE'],
])('the magic values of %j make usd %s', async (fields, status) => {
  const asked = await standaloneSandbox();

  expect(await usdOf(asked, await create(asked.send, fields))).toMatchObject({ status });
});

const outcomes = 'approve, pending, issues, reject, revoke, offboard, delay';

test.each<[unknown, string]>([
  ['rejct', `outcome must be one of ${outcomes}; did you mean reject?`],
  [{ match: {} }, `outcome must be one of ${outcomes}`],
  [{ outcome: 'reject', reson: 'x' }, 'reson is not a field of a scenario; did you mean reason?'],
  [{ outcome: 'reject', match: { mail: 'x' } }, 'mail is not a field of match; did you mean email?'],
  [{ outcome: 'reject', match: { email: 7 } }, 'match.email must be a text that is not empty'],
  [{ outcome: 'reject', match: { nth: 0 } }, 'match.nth must be a whole number from 1 to 10000'],
  [{ outcome: 'reject', match: 'x' }, 'match must be an object'],
  [{ outcome: 'reject', reason: 7 }, 'reason must be a text'],
  [{ outcome: 'reject', afterMs: -1 }, 'afterMs must be a number of milliseconds from 0 to 1000000000000'],
  [{ outcome: 'pending', afterMs: 5 }, 'afterMs has no meaning for pending, which stays; use delay'],
  [null, "a scenario must be an object with an outcome, or a text such as 'reject; nth=1'"],
  ['reject; emial=a@example.com', 'emial is not a field of a scenario; did you mean email?'],
  ['reject; email', 'a field of a scenario has no value; write field=value'],
  ['reject; nth=1; nth=2', 'nth is given twice'],
  ['reject; nth=one', 'match.nth must be a whole number from 1 to 10000'],
])('the scenario %j is refused, and the others stay', async (rule, message) => {
  const { sandbox } = await standaloneSandbox({ scenarios: ['issues; nth=3'] });

  expect(() => sandbox.scenarios.add(rule as ScenarioRule)).toThrow(new TypeError(message));
  expect(sandbox.scenarios.list()).toHaveLength(1);
});
