import { expect, test } from 'vitest';
import { startCli } from './running-cli.js';

const headers = { authorization: 'Bearer any' };

test.concurrent('tells where it is, then one line for each request, and ends at a signal', async () => {
  const cli = await startCli('mock');
  await fetch(`${cli.url}/customers/cst_1`, { headers });
  await fetch(`${cli.url}/customers?limit=x&y=1`, { headers });
  await fetch(`${cli.url}/jane.doe`, { headers });
  const { code, stdout, stderr } = await cli.stop('SIGINT');

  expect(stdout.split('\n')).toEqual([
    `oms-mock listening on ${cli.url}  Studio: ${new URL('/', cli.url)}  Try: curl -H 'Authorization: Bearer test' ${cli.url}/customers`,
    'GET /customers/{customerId} → 200  contract ok',
    'GET /customers → 400  ✗ request.query.type, request.query.unknown',
    'GET /v0.9/{…} → 404  ✗ request.route.unknown',
    '3 requests, 3 violations',
    '',
  ]);
  expect([code, stderr]).toEqual([0, '']);
});

test.concurrent('prints JSON lines for machines and exits with 1 where violations matter', async () => {
  const cli = await startCli('mock', '--json', '--fail-on-violation');
  await fetch(`${cli.url}/customers?y=1`, { headers });
  const { code, stdout } = await cli.stop();
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  expect(events).toMatchObject([
    { event: 'started', url: cli.url },
    { event: 'request', operationId: 'listCustomers', method: 'GET', path: '/customers', status: 400 },
    { event: 'violation', code: 'request.query.unknown', location: ['query', 'y'], blame: 'client' },
    { event: 'stopped', requests: 1, violations: 1 },
  ]);
  expect(code).toBe(1);
});

test.concurrent.each([
  [['--fail-on-violation'], 0],
  [['--fail-on', 'error'], 0],
  [['--fail-on', 'warning'], 1],
  [['--fail-on', 'warning', '--allow', 'request.body.undeclared-property'], 0],
  [['--allow', 'request.body.undeclared-property'], 0],
])('a warning with %j ends the command with %d', async (options, wanted) => {
  const cli = await startCli('mock', ...options);
  const sent = { ...headers, 'content-type': 'application/json', 'idempotency-key': 'key-1' };
  const body = JSON.stringify({ type: 'individual', fistName: 'Ann' });
  await fetch(`${cli.url}/customers`, { method: 'POST', headers: sent, body });
  const { code, stdout } = await cli.stop();

  expect(stdout).toContain('! request.body.undeclared-property at body.fistName');
  expect(code).toBe(wanted);
});

test.concurrent('prints the address and what goes wrong when it is quiet', async () => {
  const cli = await startCli('mock', '--quiet');
  await fetch(`${cli.url}/customers`, { headers });
  await fetch(`${cli.url}/customers?y=1`, { headers });

  expect((await cli.stop()).stdout).toBe(`${cli.url}\nGET /customers → 400  ✗ request.query.unknown\n`);
});

test.concurrent('prints JSON of the address and of what goes wrong when it is quiet', async () => {
  const cli = await startCli('mock', '--quiet', '--json');
  await fetch(`${cli.url}/customers`, { headers });
  await fetch(`${cli.url}/customers?y=1`, { headers });
  const { stdout } = await cli.stop();

  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { event: 'started', url: cli.url },
    { event: 'request', status: 400 },
    { event: 'violation', code: 'request.query.unknown' },
  ]);
});

test.concurrent('prints nothing but the address when it is quiet and logs none', async () => {
  const cli = await startCli('mock', '--quiet', '--log', 'none');
  await fetch(`${cli.url}/customers?y=1`, { headers });

  expect((await cli.stop()).stdout).toBe(`${cli.url}\n`);
});

test.concurrent('prints nothing but the address when it is quiet and all is well, serves another spec, and warns of an open door', async () => {
  const cli = await startCli(
    'mock',
    '--quiet',
    '--spec',
    'test/fixtures/library.yaml',
    '--host',
    '0.0.0.0',
    '--fail-on-violation',
  );
  const url = cli.url.replace('0.0.0.0', '127.0.0.1');
  const response = await fetch(`${url}/books?shelf=a`, { headers });
  const { code, stdout, stderr } = await cli.stop();

  expect([response.status, stdout, code]).toEqual([200, `${cli.url}\n`, 0]);
  expect(stderr).toMatch(
    /^Everyone who can reach 0\.0\.0\.0 on this machine can use this server\. Its admin routes need Authorization: Bearer [\w-]{32}, and Studio asks for it\.\n$/,
  );
});
