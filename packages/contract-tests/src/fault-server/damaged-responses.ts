import { gzipSync } from 'node:zlib';
import type { Reply } from './received-request.js';
import { answer, rawThenEnd } from './response.js';

const text = JSON.stringify({ id: 'cst_1', firstName: 'Jane', metadata: { note: 'x'.repeat(400) } });
const type = 'content-type: application/json';
const chunked = `HTTP/1.1 200 OK\r\n${type}\r\ntransfer-encoding: chunked\r\n\r\n`;
const zipped = gzipSync(text);
const gzip = [type, 'content-encoding: gzip'];

const ended = (...lines: string[]) => rawThenEnd(`HTTP/1.1 200 OK\r\n${lines.join('\r\n')}`);

/** Responses whose body is not what their headers announce, by the reason of the error they cause. */
export const damagedResponses = {
  interrupted: {
    'a Content-Length that is too long': ended(type, 'content-length: 9999', '', text),
    'a chunked body that is cut': rawThenEnd(`${chunked}5\r\n{"id"\r\n`),
    'a chunk that is cut': rawThenEnd(`${chunked}ff\r\n{"id"`),
    'a chunk of no valid size': rawThenEnd(`${chunked}5\r\n{"id"\r\nZZ\r\n:1}\r\n0\r\n\r\n`),
    'plain text that claims to be gzip': answer({
      headers: [...gzip, `content-length: ${text.length}`],
      body: text,
    }),
  },
  'invalid-json': {
    'a Content-Length that is too short': answer({ headers: [type, 'content-length: 20'], body: text }),
    'gzip that is cut': answer({
      headers: [...gzip, `content-length: ${zipped.length - 20}`],
      body: zipped.subarray(0, -20),
    }),
    'JSON that is cut': answer({ body: text.slice(0, -10) }),
    'an HTTP/1.0 answer that is cut': rawThenEnd(`HTTP/1.0 200 OK\r\n${type}\r\n\r\n${text.slice(0, -10)}`),
    'an encoding nobody knows': answer({
      headers: [type, 'content-encoding: rot13', 'content-length: 7'],
      body: '{"vq":1',
    }),
  },
} satisfies Record<string, Record<string, Reply>>;

/** Bytes that are no HTTP answer: the parser fails before there is a status. */
export const noResponses = {
  'bytes that are no HTTP': rawThenEnd('SSH-2.0-OpenSSH_9.6\r\n'),
  'two lengths that contradict each other': ended(type, 'content-length: 2', 'content-length: 3', '', '{}'),
  'a length beside chunks': ended(type, 'content-length: 2', 'transfer-encoding: chunked', '', '{}'),
  'a negative length': ended(type, 'content-length: -1', '', '{}'),
  'a header line without a colon': ended(type, 'nonsense', '', '{}'),
  'an unknown version of HTTP': rawThenEnd('HTTP/9.9 200 OK\r\n\r\n'),
  'a header of 100 kB': ended(type, `x-bomb: ${'x'.repeat(100_000)}`, 'content-length: 2', '', '{}'),
  'ten thousand headers': ended(...Array.from({ length: 10_000 }, (_, at) => `x-${at}: 1`), '', '{}'),
  'a switch of protocols': rawThenEnd('HTTP/1.1 101 Switching Protocols\r\nupgrade: evil\r\n\r\n'),
} satisfies Record<string, Reply>;
