import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { packageVersion } from '../../src/generated/package.gen.js';
import { runCli } from './running-cli.js';

test.concurrent.each([
  [['--prot', '1'], "unknown option '--prot' (Did you mean --port?); see `oms-mock --help`."],
  [
    ['--port', '70000'],
    "option '-p, --port <n>' argument '70000' is invalid. It must be a number from 0 to 65535; see `oms-mock --help`.",
  ],
  [
    ['serve'],
    "command-argument value 'serve' is invalid for argument 'mode'. Allowed choices are sandbox, mock, proxy; see `oms-mock --help`.",
  ],
  [
    ['--seed', 'x'],
    "option '--seed <n>' argument 'x' is invalid. It must be a whole number of up to 15 digits; see `oms-mock --help`.",
  ],
  [
    ['proxy'],
    'proxy needs the base URL of the API, as in `oms-mock proxy https://sandbox-api.polygon.technology/v0.9`.',
  ],
  [
    ['proxy', 'localhost:3000'],
    'The URL of the upstream must be the base URL of the API, http or https, such as https://sandbox-api.polygon.technology/v0.9.',
  ],
  [
    ['mock', 'http://localhost:3000'],
    'The mode mock takes no URL; `oms-mock proxy https://sandbox-api.polygon.technology/v0.9` does.',
  ],
  [['mock', '--state', 'x.state'], '--state needs the mode sandbox.'],
  [['--upstream-timeout', '50'], '--upstream-timeout needs the mode proxy.'],
  [
    ['--upstream-timeout', '0'],
    "option '--upstream-timeout <ms>' argument '0' is invalid. It must be a number of milliseconds from 1 to 9999999; see `oms-mock --help`.",
  ],
  [
    ['--webhook-url', 'http://localhost:3000/hook'],
    '--webhook-url needs --webhook-secret or OMS_WEBHOOK_SECRET, in visible ASCII.',
  ],
  [['--webhook-secret', 'whsec_local'], '--webhook-secret needs --webhook-url.'],
  [
    ['--host', ''],
    "option '--host <address>' argument '' is invalid. It must be an IP address or the name of a host; see `oms-mock --help`.",
  ],
  [['--webhook-url', 'localhost'], '--webhook-url must be a URL, http or https.'],
  [['mock', '--webhook-url', 'http://localhost'], '--webhook-url needs the mode sandbox.'],
  [
    ['--fail-on', 'notice'],
    "option '--fail-on <severity>' argument 'notice' is invalid. Allowed choices are error, warning; see `oms-mock --help`.",
  ],
  [
    ['--allow', 'event.unknwon'],
    '--allow: event.unknwon is not a violation code; did you mean event.unknown?',
  ],
  [['--fault', 'explosion'], expect.stringMatching(/^--fault: kind .+$/)],
  [
    ['--dialect', 'precendent'],
    '--dialect: the preset of a dialect must be one of documented, v0.11, precedent; did you mean precedent?',
  ],
  [['mock', '--dialect', 'v0.11'], '--dialect needs the mode sandbox.'],
  [['mock', '--scenario', 'reject'], '--scenario needs the mode sandbox.'],
  [
    ['--scenario', 'rejct'],
    '--scenario: outcome must be one of approve, pending, issues, reject, revoke, offboard, delay; did you mean reject?',
  ],
  [
    ['--log', 'some'],
    "option '--log <what>' argument 'some' is invalid. Allowed choices are all, violations, none; see `oms-mock --help`.",
  ],
  [
    ['--report', 'nowhere/report.ndjson'],
    'The report nowhere/report.ndjson cannot be written: its folder does not exist.',
  ],
  [['--report', 'test'], 'The report test cannot be written: it is a folder.'],
  [
    ['trigger', 'webhook.test', '--url', 'http://127.0.0.1:9'],
    'There is no oms-mock at http://127.0.0.1:9; start one, or name another with --url.',
  ],
  [['trigger', 'webhook.test', '--url', 'x'], '--url must be the URL of a running server, http or https.'],
  [
    ['trigger', 'webhook.test', '--set', 'data'],
    '--set needs a path and a value, such as --set data.amount=5.',
  ],
  [['explain', 'no.such.code'], 'There is no code no.such.code; `oms-mock explain` lists all.'],
  [
    ['--spec', 'nowhere.yaml'],
    'nowhere.yaml: it cannot be read, because there is no such file. Give the path of an OpenAPI 3.1 file.',
  ],
  [
    ['--spec', 'package.json'],
    'package.json#/openapi: it is not OpenAPI 3.1. Write `openapi: 3.1.0` and convert the schemas.',
  ],
])('exits with 2 and one sentence for %j', async (options, sentence) => {
  const { stderr, ...rest } = await runCli(...(options as string[]));

  expect(rest).toEqual({ code: 2, stdout: '' });
  expect(stderr.split('\n')).toEqual([sentence, '']);
});

test.concurrent('exits with 2 when the port is taken', async () => {
  const server = await startMockServer();
  const { port } = new URL(server.url);
  const { code, stderr } = await runCli('--port', port);
  await server.close();

  expect(code).toBe(2);
  expect(stderr).toBe(
    `Address 127.0.0.1:${port} is already in use; choose another port with --port, or 0 for a free one.\n`,
  );
});

test.concurrent('has a running server send an event, and exits with 2 for one it cannot send', async () => {
  const options = { webhookEndpoints: [{ url: 'http://127.0.0.1:9/hooks', secret: 'whsec_local' }] };
  await using server = await startMockServer({ ...options, adminToken: 'made-up', deliver: async () => 204 });
  const trigger = (...rest: string[]) =>
    runCli('trigger', ...rest, '--url', server.url, '--admin-token', 'made-up');

  const sent = await trigger('wallet.depositDetected');
  expect(sent).toMatchObject({ code: 0, stderr: '' });
  expect(sent.stdout).toMatch(/^wallet\.depositDetected {2}whd_\w+ to whk_\w+\n$/);
  expect(await trigger('wallet.deposit')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^This cannot be done: event must be one of .+; did you mean wallet\.depositDetected\?\n$/,
    ),
  });
  expect(await trigger('webhook.test', '--set', 'data.nothing=1')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^This cannot be done: the event has no data\.nothing.*\n$/),
  });
});

test.concurrent('prints its version', async () => {
  expect(await runCli('--version')).toEqual({ code: 0, stdout: `${packageVersion}\n`, stderr: '' });
});

test.concurrent.each(['--help', 'help'])('lists its options and exit codes with %s', async (asked) => {
  const { code, stdout } = await runCli(asked);

  expect(code).toBe(0);
  for (const word of ['--port', '--host', '--spec', '--strict', '--quiet', '--json', 'explain', 'Exit codes'])
    expect(stdout).toContain(word);
});

test.concurrent('explains a code', async () => {
  const { code, stdout } = await runCli('explain', 'request.body.duplicate-key');

  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^request\.body\.duplicate-key \(error\)\n\nAn object .* The request gets a 400\.\n$/,
  );
});
