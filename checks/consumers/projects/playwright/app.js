// The application of a user: it creates a customer, and shows all of them.
import { createServer } from 'node:http';
import { OmsClient } from '@oms-sdk/client';

const oms = new OmsClient();

createServer(async (request, response) => {
  if (request.method === 'POST') {
    const { firstName } = JSON.parse((await request.toArray()).join(''));
    await oms.customers.create({ type: 'individual', firstName });
    response.writeHead(204).end();
    return;
  }
  const customers = await oms.customers.list().toArray({ limit: 10 });
  response.setHeader('content-type', 'text/html');
  response.end(`<ul>${customers.map(({ firstName }) => `<li>${firstName}</li>`).join('')}</ul>`);
}).listen(3000, '127.0.0.1');
