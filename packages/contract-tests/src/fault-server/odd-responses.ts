import { gzipSync } from 'node:zlib';
import type { Reply } from './received-request.js';
import { answer, json, rawThenEnd, responseBytes } from './response.js';

const body = JSON.stringify({ id: 'cst_1' });
const members = Buffer.concat([gzipSync('{"id":'), gzipSync('"cst_1"}')]);
const nested = `{"birthDate":0,"metas":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
const good = responseBytes({ body });
const length = `content-length: ${body.length}`;

/** Responses that are unusual but valid: each holds the customer. */
export const oddResponses = {
  'a 103 before the answer': (socket) =>
    socket.write(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'), good])),
  'HTTP/1.0': rawThenEnd(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${body}`),
  'no length and a connection that ends': rawThenEnd(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${body}`,
  ),
  'header names in odd case': answer({ headers: ['CONTENT-TYPE: application/json', length], body }),
  'a content type in capitals': answer({ headers: ['content-type: APPLICATION/JSON', length], body }),
  'a content type with a charset': answer({
    headers: ['content-type: application/json;charset="utf-8"', length],
    body,
  }),
  'a content type of the family': answer({
    headers: ['content-type: application/problem+json', length],
    body,
  }),
  'a content type that is there twice': answer({
    headers: ['content-type: application/json', 'content-type: application/json', length],
    body,
  }),
  'a byte order mark': answer({ body: `\ufeff${body}` }),
  'gzip in two members': answer({
    headers: [
      'content-type: application/json',
      'content-encoding: gzip',
      `content-length: ${members.length}`,
    ],
    body: members,
  }),
  'chunks of one byte': (socket) => {
    const chunks = [...body].map((byte) => `1\r\n${byte}\r\n`).join('');
    socket.write(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`,
    );
  },
  'one packet a byte': (socket) => {
    for (const byte of good) socket.write(Buffer.from([byte]));
  },
  'a reason outside of ASCII': answer({ statusLine: 'HTTP/1.1 200 成功', body }),
  'a request id that is there twice': json({ id: 'cst_1' }, 200, ['x-request-id: a', 'x-request-id: b']),
} satisfies Record<string, Reply>;

/** Successes without a usable body, by the reason of the error they cause. */
export const unusableResponses = {
  empty: {
    'a 200 without a body': answer({}),
    'a 204 with a body': answer({ status: 204, body }),
    'a 205': answer({ status: 205 }),
  },
  'content-type': {
    'HTML with status 200': answer({ headers: ['content-type: text/html', length], body }),
    'no content type': answer({ headers: [length], body }),
    'an odd content type': answer({ headers: ['content-type: application/jsonp;json', length], body }),
  },
  'not-an-object': Object.fromEntries(
    ['null', '[]', '"text"', '0', 'true'].map((text) => [`the JSON ${text}`, answer({ body: text })]),
  ),
  'invalid-utf8': {
    'bytes that are not UTF-8': answer({ body: Buffer.from('{"id":"\xff"}', 'latin1') }),
    'UTF-16': answer({ body: Buffer.from(`\ufeff${body}`, 'utf16le') }),
  },
  'invalid-json': {
    'two values': answer({ body: `${body}${body}` }),
    'a word': answer({ body: 'undefined' }),
    'JSON nested a hundred thousand deep': answer({ body: nested }),
    'only a byte order mark': answer({ body: '\ufeff\ufeff' }),
  },
} satisfies Record<string, Record<string, Reply>>;
