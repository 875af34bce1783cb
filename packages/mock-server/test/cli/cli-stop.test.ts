import { once } from 'node:events';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startUpstream } from '../modes/proxy/upstream.js';
import { alice, documents } from '../sandbox/observed-sandbox.js';
import { stateFile } from '../state/state-file.js';
import { startCliWith } from './running-cli.js';

/** Without the limit of a delivery, only the cut can end one that a receiver never responds to. */
const withoutLongLimits = `--import data:text/javascript,${encodeURIComponent(
  `const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => (ms < 5_000 ? timeout(ms) : new AbortController().signal);`,
)}`;

test('SIGTERM cuts the delivery in flight, ends the command, and keeps what was acknowledged', async () => {
  const file = stateFile();
  let cut: Promise<unknown> = Promise.reject(new Error('no delivery came'));
  cut.catch(() => undefined);
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const silent = await startUpstream((request) => {
    cut = once(request.socket, 'close');
    arrived();
  });
  const cli = await startCliWith(
    { NODE_OPTIONS: withoutLongLimits },
    'sandbox',
    '--state',
    file,
    '--checks',
    'immediate',
  );
  onTestFinished(async () => void (await cli.stop('SIGKILL')));
  const send = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': path, authorization: token };
    return (await fetch(cli.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { accessToken } = await send('/auth/token', { apiKey: 'sk_sdbx_1', apiSecret: 'secret' });
  const token = `Bearer ${accessToken}`;
  await send('/webhooks', { url: `${silent.origin}/hooks` }, token);
  const { id } = await send('/customers', { ...alice, ...documents, endorsements: ['cryptoCustody'] }, token);
  await arrival;

  expect(await cli.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });

  await cut;
  const deliver = () => new Promise<never>(() => undefined);
  const server = await startMockServer({ state: file, listen: false, deliver });
  onTestFinished(() => server.close());
  const kept = await server.fetch(`${server.url}/customers/${id}`, { headers: { authorization: token } });
  expect(kept.status).toBe(200);
  expect(server.sandbox.deliveries()).toMatchObject([{ state: 'pending', attempts: [] }]);
});
