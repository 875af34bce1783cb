import {
  type ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  EndorsementError,
  InvalidArgumentError,
  NotFoundError,
  UnprocessableContentError,
} from '@oms-sdk/client';
import { expect, inject, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

const individual = { type: 'individual' } as const;
const dialect = inject('dialect');
const hasCodes = !['error', 'info'].includes(dialect.errors);

test('a customer nobody knows is a NotFoundError, quoted to support by its request id', async () => {
  const { oms } = sandboxClient();

  const refusal = expect(oms.customers.get('cst_unknown')).rejects;

  await refusal.toThrow(NotFoundError);
  await expect(oms.customers.get('cst_unknown')).rejects.toMatchObject({
    message: expect.stringMatching(/^404( \w+)?: GET \/customers\/\{customerId\} \(request [\w.:-]+\)$/),
    code: hasCodes ? 'not_found' : undefined,
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

test('another body under a key that was used is a ConflictError, or what the dialect has for it', async () => {
  const { oms } = sandboxClient();
  const options = { idempotencyKey: uniqueName('key') };
  await oms.customers.create(individual, options);

  await expect(oms.customers.create({ ...individual, firstName: 'Jo' }, options)).rejects.toThrow(
    dialect.idempotencyConflict === 409 ? ConflictError : BadRequestError,
  );
});

test('a body that breaks the contract is an UnprocessableContentError, or what the dialect has for it', async () => {
  const { oms, verdicts } = sandboxClient();

  await expect(oms.customers.create({ type: 'robot' } as never)).rejects.toThrow(
    dialect.invalidBody === 422 ? UnprocessableContentError : BadRequestError,
  );

  expect(verdicts.at(-1)).toMatch(/^1; request\.body\./);
});

test('the fields that were refused are named, where the shape of errors has any', async () => {
  const { oms } = sandboxClient();
  const refused = { ...individual, email: 'nobody', residentialAddress: { city: 1 } } as never;

  const error = (await oms.customers.create(refused).catch((reason: unknown) => reason)) as ApiError;

  const names = error.fieldErrors.map(({ in: place, path }) => `${place} ${path}`).sort();
  const named = ['body email', 'body residentialAddress.city'];
  expect(names).toEqual(['code', 'error'].includes(dialect.errors) ? [] : named);
});

test('an endorsement that is refused ends the wait for it, and says what is missing as the dialect calls it', async () => {
  const { oms } = sandboxClient();
  const { id } = await oms.customers.create({ ...individual, metadata: { omsSandbox: 'reject' } });

  const error = await oms.customers.waitForEndorsement(id, 'usd').catch((reason: unknown) => reason);

  const called = { fields: 'birthDate', codes: 'BIRTH_DATE', precedent: 'date_of_birth' };
  expect(error).toBeInstanceOf(EndorsementError);
  expect(error).toMatchObject({
    endorsement: 'usd',
    status: 'REJECTED',
    missing: expect.arrayContaining([called[dialect.requirements]]),
  });
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
