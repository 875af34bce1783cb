import { expect, test } from 'vitest';
import { canary, person, shown } from '../src/fault-server/canaries.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { answer, json, rawThenEnd } from '../src/fault-server/response.js';

const text = JSON.stringify(person);
const start = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Responses about a person of whom nothing was sent, so that no comparison with the request finds the leak. */
const revealing: Record<string, Reply> = {
  'no HTTP': rawThenEnd(`${text}\r\n\r\n`),
  'a header line without a colon': rawThenEnd(`${start}${text.replaceAll(':', '=')}\r\n\r\n`),
  'a chunk of no valid size': rawThenEnd(`${start}transfer-encoding: chunked\r\n\r\n${text}\r\n`),
  'a body behind two lengths': rawThenEnd(`${start}content-length: 1\r\ncontent-length: 2\r\n\r\n${text}`),
  'a body that is cut': rawThenEnd(`${start}content-length: 9999\r\n\r\n${text}`),
  'JSON that is cut': answer({ body: text.slice(0, -2) }),
  'text where gzip is announced': rawThenEnd(
    `${start}content-encoding: gzip\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  ),
  HTML: answer({ headers: ['content-type: text/html', `content-length: ${text.length}`], body: text }),
  'a list': json([person]),
  'a redirect to it': answer({ status: 307, headers: [`location: /${encodeURIComponent(text)}`] }),
  'a status line with it': answer({ statusLine: `HTTP/1.1 404 ${canary}`, body: '{}' }),
  'headers with it': json({}, 500, [
    `x-person: ${canary}`,
    `x-request-id: ${canary} Jane`,
    `set-cookie: ${canary}`,
  ]),
  'an error with it': json({ code: `${canary} Jane`, message: text, details: [person] }, 422),
};

test.each(Object.entries(revealing))('an error shows nothing of an answer that is %s', async (_, reply) => {
  const { client, requests } = await faultyClient(always(reply));

  const error = await failureOf(client.customers.get('cst_1'));

  expect(shown(error)).not.toMatch(/CANARY|1990-05-15|000-00-0000/);
  expect(requests()).toHaveLength(1);
});

test('the exchange shows neither key nor secret when the server repeats them', async () => {
  const echo: Reply = (socket, { body }) => socket.end(`${start}\r\n${body.toString().slice(0, -1)}`);
  const { client } = await faultyClient(always(json({})), { exchange: always(echo) });

  expect(await failureOf(client.customers.get('cst_1'))).toMatchObject({ reason: 'invalid-json' });
});
