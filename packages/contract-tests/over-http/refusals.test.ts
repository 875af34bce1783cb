import {
  AuthenticationError,
  ConflictError,
  EndorsementError,
  InvalidArgumentError,
  NotFoundError,
  UnprocessableContentError,
} from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

const individual = { type: 'individual' } as const;

test('a customer nobody knows is a NotFoundError, quoted to support by its request id', async () => {
  const { oms } = sandboxClient();

  const refusal = expect(oms.customers.get('cst_unknown')).rejects;

  await refusal.toThrow(NotFoundError);
  await expect(oms.customers.get('cst_unknown')).rejects.toMatchObject({
    message: expect.stringMatching(/^404 not_found: GET \/customers\/\{customerId\} \(request [\w.:-]+\)$/),
    outcome: 'rejected',
  });
});

test('a wrong secret is an AuthenticationError for every caller', async () => {
  const { oms } = sandboxClient({ apiSecret: 'wrong' });

  const calls = await Promise.allSettled([
    oms.customers.list(),
    oms.customers.list(),
    oms.wallets.get('wlt_1'),
  ]);

  for (const call of calls) expect(call).toMatchObject({ reason: expect.any(AuthenticationError) });
});

test('a wallet before its endorsement is an UnprocessableContentError', async () => {
  const { oms } = sandboxClient();
  const { id } = await oms.customers.create(individual);

  await expect(oms.wallets.create(id, { asset: 'usdc', chain: 'polygon' })).rejects.toThrow(
    UnprocessableContentError,
  );
});

test('another body under a key that was used is a ConflictError', async () => {
  const { oms } = sandboxClient();
  const options = { idempotencyKey: uniqueName('key') };
  await oms.customers.create(individual, options);

  await expect(oms.customers.create({ ...individual, firstName: 'Jo' }, options)).rejects.toThrow(
    ConflictError,
  );
});

test('a body that breaks the contract is an UnprocessableContentError, and the server says what is wrong', async () => {
  const { oms, verdicts } = sandboxClient();

  await expect(oms.customers.create({ type: 'robot' } as never)).rejects.toThrow(UnprocessableContentError);

  expect(verdicts.at(-1)).toMatch(/^1; request\.body\./);
});

test('an endorsement that is refused ends the wait for it', async () => {
  const { oms } = sandboxClient();
  const { id } = await oms.customers.create({ ...individual, metadata: { omsSandbox: 'reject' } });

  await expect(oms.customers.waitForEndorsement(id, 'usd')).rejects.toThrow(EndorsementError);
});

test.each(['', '.', '..', '%2e%2e', '%2E'])('the id %j is refused before anything is sent', async (id) => {
  const { oms, verdicts } = sandboxClient();

  await expect(oms.customers.get(id)).rejects.toThrow(InvalidArgumentError);

  expect(verdicts).toEqual([]);
});

test.each(['a/b', 'a?b', 'a#b', 'a b', '../x', 'ü', '🙂', 'a%2Fb', "'", '"', '\u0000'])(
  'the id %j reaches its own operation and no other',
  async (id) => {
    const { oms } = sandboxClient();

    await expect(oms.customers.get(id)).rejects.toMatchObject({ status: expect.any(Number) });
  },
);
