// A bare server for the loopback measurement: reads each request and answers with the same customer.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const body = JSON.stringify(
  JSON.parse(readFileSync(new URL('../openapi/examples/customer-alice.json', import.meta.url))),
);
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(body));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
