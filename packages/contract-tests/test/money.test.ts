import { type CallError, type OmsClient, OmsError } from '@oms-sdk/client';
import { beforeEach, expect, test } from 'vitest';
import type { Script } from '../src/fault-server/fault-server.js';
import { faultyClient } from '../src/fault-server/faulty-client.js';
import { Ledger } from '../src/fault-server/ledger.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { answer, json } from '../src/fault-server/response.js';
import { seededNumbers } from '../src/fault-server/seeded-numbers.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(speedUpTimers);

const reset: Reply = (socket) => socket.resetAndDestroy();
const cut: Reply = (socket) =>
  socket.end(
    'HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n{"id":"cst_',
  );
const cutWithoutLength: Reply = (socket) =>
  socket.end('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\n\r\n{"id":"cst_');
const html = answer({
  status: 502,
  headers: ['content-type: text/html', 'content-length: 5'],
  body: '<h1>\n',
});

/** Faults that strike before anything is carried out, and after. */
const mild = { before: [reset, json({}, 503)], after: [reset, html] };
const harsh = {
  before: [reset, json({}, 429, ['retry-after-ms: 2']), json({}, 500), html],
  after: [reset, cut, cutWithoutLength, answer({ status: 201 }), json({}, 504)],
};

/** A script in which this share of the requests meets a fault, half of them after the write was carried out. */
function faultsBefore(ledger: Ledger, share: number, faults: typeof mild, random: () => number): Script {
  const pick = (list: readonly Reply[]) => list[Math.floor(random() * list.length)] ?? reset;
  return (request) => {
    const draw = random();
    if (draw < share / 2) return pick(faults.before);
    const reply = ledger.commit(request);
    return draw < share ? pick(faults.after) : reply;
  };
}

interface Result {
  readonly id: string;
  /** How often the caller had to make the call again. */
  readonly drives: number;
}

/** Creates one customer and, as a job would, makes the call again with the key on its error until it is through. */
async function drive(client: OmsClient, externalId: string): Promise<Result> {
  let idempotencyKey: string | undefined;
  for (let drives = 0; ; drives += 1) {
    try {
      const options = idempotencyKey === undefined ? {} : { idempotencyKey };
      const { id } = await client.customers.create({ type: 'individual', externalId }, options);
      return { id, drives };
    } catch (error) {
      if (!OmsError.is(error)) throw error;
      expect(error).toMatchObject({ isRetryable: true, idempotencyKey: expect.any(String) });
      idempotencyKey = (error as CallError).idempotencyKey;
    }
  }
}

async function createMany(count: number, share: number, faults: typeof mild, maxRetries: number) {
  const ledger = new Ledger();
  const script = faultsBefore(ledger, share, faults, seededNumbers(count));
  const { client, requests } = await faultyClient(script, { maxRetries });
  const names = Array.from({ length: count }, (_, index) => `usr_${index}`);
  const results = await Promise.all(names.map((name) => drive(client, name)));
  return { ledger, names, results, sent: requests().length };
}

test.each([
  [400, 0.3, mild, 2],
  [200, 0.6, harsh, 8],
])(
  '%i creates of which %f of all attempts fail are each carried out once',
  async (count, share, faults, maxRetries) => {
    const { ledger, names, results, sent } = await createMany(count, share, faults, maxRetries);

    expect(sent).toBeGreaterThan(count * (1 + share / 2));
    expect(ledger.executions).toBe(count);
    expect(ledger.created).toEqual(new Map(names.map((name, index) => [name, [results[index]?.id]])));
  },
);

test('the ledger would show a create that is carried out twice', async () => {
  const ledger = new Ledger();
  const { client } = await faultyClient((request) => ledger.commit(request));

  await client.customers.create({ type: 'individual', externalId: 'usr_0' });
  await client.customers.create({ type: 'individual', externalId: 'usr_0' });

  expect(ledger.executions).toBe(2);
  expect(ledger.created.get('usr_0')).toHaveLength(2);
});
