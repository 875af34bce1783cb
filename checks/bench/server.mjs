// A bare server for the loopback measurement: reads each request and answers with the same customer.
import { createServer } from 'node:http';
import { read } from './read-example.mjs';

const body = JSON.stringify(read('customer-alice'));
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(body));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
