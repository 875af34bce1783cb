import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Reply } from './received-request.js';

const head = 'content-type: application/json\r\n';
const megabyte = Buffer.alloc(1_000_000, ' ');

/** 200 MB of spaces as 200 kB of gzip: members of one megabyte, so that making it takes no memory. */
const bomb = Buffer.concat(Array.from<Buffer>({ length: 200 }).fill(gzipSync(megabyte)));

/** Responses that would fill the memory of a client that reads them to their end, with this status. */
export function floods(status: number): Readonly<Record<string, Reply>> {
  const line = `HTTP/1.1 ${status} Flood\r\n${head}`;
  return {
    'a gzip bomb of 1000:1': (socket) => {
      socket.write(`${line}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
      socket.write(bomb);
    },
    'a body without end': (socket) => {
      socket.write(`${line}\r\n`);
      pour(socket);
    },
    'a body of a gigabyte': (socket) => {
      socket.write(`${line}content-length: 1073741824\r\n\r\n`);
      pour(socket);
    },
    'bytes without end that are not UTF-8': (socket) => {
      socket.write(`${line}\r\n\xff`, 'latin1');
      pour(socket);
    },
  };
}

/** Writes as long as the other side reads. */
function pour(socket: Socket): void {
  const fill = () => {
    while (socket.writable && socket.write(megabyte));
  };
  socket.on('drain', fill);
  fill();
}
