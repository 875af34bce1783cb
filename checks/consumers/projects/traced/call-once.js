import { createServer } from 'node:http';
import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';

/** Calls a server of its own once through nodeFetch, and returns the headers that arrived. */
export async function callOnce() {
  let headers = {};
  const server = createServer((request, response) => {
    headers = request.headers;
    request.resume();
    response.setHeader('content-type', 'application/json').end('{"id":"cst_1"}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fetch = nodeFetch();
  const baseUrl = `http://127.0.0.1:${server.address().port}`;
  const oms = new OmsClient({ token: async () => 'token', baseUrl, fetch, maxRetries: 0 });
  await oms.customers.create({ type: 'individual' });
  await fetch.close();
  server.close();
  return headers;
}

/** Prints what a request must have, and which of its headers no client would name so. */
export function report(headers, more = {}) {
  const { authorization, traceparent } = headers;
  const strange = Object.keys(headers).filter((name) => /^\d+$/.test(name));
  process.stdout.write(
    JSON.stringify({ authorization, isTraced: traceparent !== undefined, strange, ...more }),
  );
}
