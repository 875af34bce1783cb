import { readdirSync } from 'node:fs';
import { ConfigurationError, type ContractDrift, type OmsClient, spec } from '@oms-sdk/client';
import { describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const jane = example<Record<string, unknown>>('customer-jane');
const get = 'GET /customers/{customerId}';

/** What the listener receives about the response to a call. */
async function driftOf(
  body: unknown,
  status = 200,
  call: (client: OmsClient) => PromiseLike<unknown> = (client) => client.customers.get('cst_1'),
  headers: Record<string, string> = {},
): Promise<ContractDrift[]> {
  const seen: ContractDrift[] = [];
  const onContractDrift = (drift: ContractDrift) => seen.push(drift);
  const { client } = observedClient(() => json(body, status, headers), {
    onContractDrift,
    token: async () => 'token',
  });
  await Promise.resolve(call(client)).catch(() => undefined);
  await vi.dynamicImportSettled();
  await new Promise(setImmediate);
  return seen;
}

test('reports nothing of a response that matches the spec', async () => {
  expect(await driftOf(jane)).toEqual([]);
  expect(await driftOf({ code: 'not_found' }, 404)).toEqual([]);
});

test.each([
  ['a field the spec has not', { ...jane, riskScore: 3 }, 'unknown-field', '/riskScore'],
  ['a new status', { ...jane, status: 'paused' }, 'unknown-enum-value', '/status'],
  [
    'a new status inside of a list',
    { ...jane, endorsements: [{ status: 'NEW' }, { status: 'NEW' }] },
    'unknown-enum-value',
    '/endorsements/*/status',
  ],
  ['a field inside of a list', { ...jane, wallets: [{ tag: 1 }] }, 'unknown-field', '/wallets/*/tag'],
  ['a birth date', { ...jane, birthDate: '1990-05-15' }, 'write-only-field', '/birthDate'],
  ['a name with a slash', { ...jane, 'a/b~c': 1 }, 'unknown-field', '/a~1b~0c'],
])('reports %s, without its value', async (_case, body, kind, pointer) => {
  expect(await driftOf(body)).toEqual([
    { kind, operation: get, status: 200, pointer, specVersion: spec.version },
  ]);
});

test('reports a status the operation does not declare', async () => {
  expect(await driftOf({}, 418)).toMatchObject([{ kind: 'unknown-status', status: 418, pointer: '' }]);
});

test('says nothing about metadata, nulls and missing fields', async () => {
  expect(
    await driftOf({ ...jane, metadata: { anything: [{ deep: 1 }] }, email: null, wallets: undefined }),
  ).toEqual([]);
});

test.each(['toString', '__proto__', 'constructor'])(
  'takes no field of every object for a known one: %s',
  async (name) => {
    const body = JSON.parse(`{"${name}":1}`) as unknown;

    expect(await driftOf(body)).toMatchObject([{ kind: 'unknown-field', pointer: `/${name}` }]);
  },
);

test('reports nothing about an operation that is not in the spec', async () => {
  expect(await driftOf({ anything: 1 }, 200, (client) => client.request('GET', '/quotes'))).toEqual([]);
});

test.each<[string, (client: OmsClient) => PromiseLike<unknown>]>([
  ['cst_', (client) => client.customers.get('cst_1')],
  ['wlt_', (client) => client.wallets.get('wlt_1')],
  ['whk_', (client) => client.webhookEndpoints.get('whe_1')],
])('finds nothing in the named examples with an id %s…', async (prefix, call) => {
  const files = readdirSync(new URL('../../../../openapi/examples', import.meta.url))
    .map((file) => file.replace('.json', ''))
    .filter((file) => !file.includes('create'))
    .filter((file) => String(Reflect.get(Object(example(file)), 'id')).startsWith(prefix));

  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(await driftOf(example(file), 200, call)).toEqual([]);
});

test('does not report what the caller did to the data', async () => {
  const onContractDrift = vi.fn();
  const { client } = observedClient(() => json({ ...jane, more: 1 }), { onContractDrift });

  const { data } = await client.customers.get('cst_1').withResponse();
  Object.assign(data, { own: 1 });
  Reflect.deleteProperty(data, 'more');
  await vi.waitFor(() => expect(onContractDrift).toHaveBeenCalled());

  expect(onContractDrift.mock.calls.map(([{ pointer }]) => pointer)).toEqual(['/more']);
});

test('a listener that fails does no harm', async () => {
  const onContractDrift = () => {
    throw new Error('full');
  };
  const { client } = observedClient(() => json({ ...jane, more: 1 }), { onContractDrift });

  expect(await client.customers.get('cst_1')).toMatchObject({ more: 1 });
});

test('a listener that is no function is refused', async () => {
  const onContractDrift = 'log' as unknown as () => void;

  expect(await caught(() => observedClient(undefined, { onContractDrift }))).toBeInstanceOf(
    ConfigurationError,
  );
});

describe('reports what the API announces with', () => {
  const announced = async (headers: Record<string, string>, status = 200) => {
    const drift = await driftOf(jane, status, undefined, headers);
    return drift.map(({ kind, operation, pointer, at }) => ({ kind, operation, pointer, at }));
  };

  test('Deprecation, with its time', async () => {
    expect(await announced({ deprecation: '@1803859200' })).toEqual([
      { kind: 'deprecation', operation: get, pointer: '', at: '2027-03-01T00:00:00.000Z' },
    ]);
  });

  test('Sunset, with its time', async () => {
    expect(await announced({ sunset: 'Mon, 01 Mar 2027 00:00:00 GMT' })).toEqual([
      { kind: 'sunset', operation: get, pointer: '', at: '2027-03-01T00:00:00.000Z' },
    ]);
  });

  test('both, on an error status too', async () => {
    const both = { deprecation: '@1', sunset: 'Mon, 01 Mar 2027 00:00:00 GMT' };

    expect((await announced(both, 404)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['deprecation', 'sunset']),
    );
  });

  test.each(['true', 'soon', '@99999999999999', 'tomorrow GMT'])(
    'a Deprecation that is %j, without a time',
    async (text) => {
      expect(await announced({ deprecation: text })).toEqual([
        { kind: 'deprecation', operation: get, pointer: '', at: undefined },
      ]);
    },
  );

  test.each(['', 'false', '?0'])('nothing for a Deprecation that is %j', async (text) => {
    expect(await announced({ deprecation: text })).toEqual([]);
  });
});

describe('of a hostile body, reports', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `field${index}`);

  test('a hundred fields at most', async () => {
    expect(await driftOf(Object.fromEntries(names.map((name) => [name, 1])))).toHaveLength(100);
  });

  test('a hundred leaks at most, each once', async () => {
    const leaks = names.slice(0, 500).map((name) => [name, { birthDate: '1990-05-15' }]);
    const drift = await driftOf({ ...jane, metadata: undefined, more: Object.fromEntries(leaks) });

    expect(drift.filter(({ kind }) => kind === 'write-only-field')).toHaveLength(100);
  });

  test('no more than the first values of a long list', async () => {
    const list = names.map((_, index) => ({ status: index === 19_999 ? 'NEW' : 'ACTIVE' }));

    expect(await driftOf({ ...jane, endorsements: list })).toEqual([]);
  });

  test('names without what a terminal would obey, cut to a length', async () => {
    const drift = await driftOf({ ...jane, 'a\u001b[2J\u202eb\u2028': 1, ['x'.repeat(1000)]: 1 });

    expect(drift.map(({ pointer }) => pointer)).toEqual([
      '/a\\u{1b}[2J\\u{202e}b\\u{2028}',
      `/${'x'.repeat(64)}…`,
    ]);
  });

  test('names of leaks without it either', async () => {
    expect(await driftOf({ ...jane, '\u001b[2J': { birthDate: '1990-05-15' } })).toMatchObject([
      { kind: 'write-only-field', pointer: '/\\u{1b}[2J/birthDate' },
      { kind: 'unknown-field', pointer: '/\\u{1b}[2J' },
    ]);
  });
});
