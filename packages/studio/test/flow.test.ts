import { expect, test } from 'vitest';
import { flowOf, mermaidOf } from '../src/flow.js';

const exchange = {
  id: 'req_1',
  time: '2026-01-01T00:00:00.000Z',
  method: 'POST',
  path: '/customers',
  target: '/v0.9/customers',
  status: 201,
  durationMs: 3,
  violations: [],
};

const attempt = {
  deliveryId: 'whd_1',
  endpointId: 'whe_1',
  event: 'customer.endorsement.granted',
  url: 'http://127.0.0.1/hook',
  attempt: 2,
  status: 0,
  durationMs: 5,
  state: 'pending',
  failure: 'refused',
  time: '2026-01-01T00:00:02.000Z',
} as const;

const parts = {
  customerId: 'cst_A',
  walletIds: ['wal_A'],
  createdIn: new Map([['req_1', 'cst_A']]),
  exchanges: [
    exchange,
    {
      ...exchange,
      id: 'req_2',
      time: '2026-01-01T00:00:00.010Z',
      operationId: 'createWallet',
      target: '/v0.9/customers/cst_A/wallets',
    },
    { ...exchange, id: 'req_3', target: '/v0.9/customers/cst_B' },
    {
      ...exchange,
      id: 'req_4',
      time: '2026-01-01T00:00:00.020Z',
      method: 'GET',
      target: '/v0.9/wallets/wal_A?x=1',
      status: 404,
    },
  ],
  attempts: [attempt],
  actions: [
    {
      time: '2026-01-01T00:00:01.000Z',
      route: 'endorsements',
      method: 'POST',
      body: { customerId: 'cst_A', endorsement: 'basic', status: 'REJECTED' },
      result: {},
    },
  ],
};

test('the flow of a customer holds what is about it, in the order of time, and nothing else', () => {
  expect(
    flowOf(parts).map(({ from, to, text, isFailed }) => `${from} ${to} ${text}${isFailed ? ' !' : ''}`),
  ).toEqual([
    'App OMS POST /customers',
    'OMS App 201, 3 ms',
    'App OMS POST /customers',
    'OMS Chain address of the wallet',
    'OMS App 201, 3 ms',
    'App OMS GET /customers',
    'OMS App 404, 3 ms !',
    'OMS OMS basic becomes REJECTED !',
    'OMS Webhook customer.endorsement.granted, attempt 2',
    'Webhook OMS refused, 5 ms !',
  ]);
});

test('text from outside cannot end a line of Mermaid, nor begin a directive', () => {
  const arrow = { ...flowOf(parts)[0], key: 'a', time: '', from: 'App', to: 'OMS', isFailed: false } as const;
  const lines = mermaidOf([{ ...arrow, text: 'x\nparticipant Evil; %%{init: {}}%% <img src=x>#1;' }]).split(
    '\n',
  );

  expect(lines).toHaveLength(7);
  expect(lines[5]).toBe('  App->>OMS: x participant Evil    #123;init: #123;#125;#125;    img src x  1 ');
});
