import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from './ask.js';
import { startCli } from './cli/running-cli.js';
import { violationsIn } from './contract/checked-response.js';
import { libraryServer } from './library.js';
import { json, startUpstream } from './modes/proxy/upstream.js';

const canary = 'canary-7f3a';
const properties = [
  'firstName',
  'email',
  'phone',
  'birthDate',
  'nationality',
  'ipAddress',
  'externalId',
  'type',
];
const documents = [{ type: canary, issuingCountry: canary, number: canary }, canary];

/** Requests with the canary as every value there can be, right and wrong. */
const requests: [line: string, question: Parameters<typeof ask>[2]][] = [
  ['POST /customers', { body: Object.fromEntries(properties.map((name) => [name, canary])) }],
  [
    'POST /customers',
    {
      body: {
        identifyingInformation: documents,
        residentialAddress: canary,
        metadata: canary,
        endorsements: [canary],
      },
    },
  ],
  ['POST /customers', { body: canary }],
  ['POST /customers', { body: [canary] }],
  ['POST /customers', { body: `{"type":"${canary}` }],
  ['POST /customers', { body: `{"type":"${canary}","type":"${canary}"}` }],
  ['POST /customers', { body: {}, headers: { 'content-type': `text/${canary}` } }],
  ['POST /customers', { body: {}, headers: { 'idempotency-key': canary.repeat(30), authorization: canary } }],
  ['POST /auth/token', { body: { apiKey: canary, apiSecret: [canary] } }],
  [
    `GET /customers?status=${canary}&limit=${canary}&createdAfter=${canary}&email=${canary}&cursor=${canary}&other=${canary}`,
    {},
  ],
  [`GET /customers/${canary}`, { headers: { prefer: `code=404, example=${canary}` } }],
  [`GET /customers/${canary}`, { headers: { prefer: `code=${canary}`, accept: `text/${canary}` } }],
  [`GET /customers/${canary}%`, {}],
  [`GET /${canary}/${canary}`, {}],
  [`PUT /customers/${canary}`, {}],
  [`GET /__oms/${canary}`, {}],
];

test('no value of a request shows up in answers, reports or records', async () => {
  const server = await startMockServer({ mode: 'mock', listen: false, strict: true });
  const replies = [];
  for (const [line, question] of requests) replies.push(await ask(server, line, question));
  const answers = replies.map(({ body, headers }) => [body, ...headers]);

  expect(server.violations.length).toBeGreaterThan(requests.length);
  expect(JSON.stringify([answers, server.violations, server.requests])).not.toContain(canary);
  expect(() => server.assertNoViolations()).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(canary) }),
  );
});

test('no value of a request shows up in what the command prints', async () => {
  const clis = await Promise.all([startCli('mock'), startCli('mock', '--json')]);
  for (const { url } of clis) {
    for (const [line, question] of requests)
      await ask({ url, fetch, violations: [] } as never, line, question);
  }
  const printed = await Promise.all(clis.map((cli) => cli.stop()));

  expect(printed[1]?.stdout.split('\n').length).toBeGreaterThan(requests.length * 2);
  expect(JSON.stringify(printed)).not.toContain(canary);
});

test('no value that goes through a proxy shows up in what the command prints', async () => {
  const leak = JSON.stringify({ id: [canary], birthDate: canary, [`x${'y'.repeat(99)}`]: canary });
  const { origin } = await startUpstream(json(200, leak, { 'x-secret': canary, 'set-cookie': canary }));
  const clis = await Promise.all([
    startCli('proxy', origin),
    startCli('proxy', origin, '--json'),
    startCli('proxy', `http://127.0.0.1:9/${canary}`, '--json', '--log', 'violations'),
  ]);
  for (const { url } of clis) {
    for (const [line, question] of requests)
      await ask({ url, fetch, violations: [] } as never, line, question);
  }
  const printed = await Promise.all(clis.map((cli) => cli.stop()));
  const lines = printed.flatMap(({ stdout, stderr }) => (stdout + stderr).split('\n').slice(1));

  expect(lines.length).toBeGreaterThan(requests.length * 3);
  expect(lines.join('\n')).not.toContain(canary);
});

test.each([
  [
    'a body',
    {
      body: JSON.stringify({
        id: [canary],
        kind: canary,
        isbn: canary,
        shelf: canary,
        published: canary,
        size: canary,
        author: canary,
        secret: canary,
        other: { secret: canary },
      }),
    },
  ],
  ['text that is no JSON', { body: canary }],
  ['a type', { body: '{}', headers: { 'content-type': `text/${canary}` } }],
])('no value of %s in a response shows up in a violation', async (_, answer) => {
  const violations = await violationsIn('GET /books/b1', answer);

  expect(violations.length).toBeGreaterThan(0);
  expect(JSON.stringify(violations)).not.toContain(canary);
});

test('names of properties are shown cut and without control characters', async () => {
  const library = await libraryServer();
  await ask(library, 'POST /books', {
    body: { kind: 'paper', tags: { ['x'.repeat(500)]: 1, 'a\u001b[31m\u2028b': 1 } },
  });

  expect(library.violations.map(({ location }) => location.at(-1))).toEqual([
    `${'x'.repeat(63)}…`,
    'a\\u001b[31m\\u2028b',
  ]);
});
