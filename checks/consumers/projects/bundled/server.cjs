// Loads the client with require(), as a server does whose sources are CommonJS, by its name and through the namespace.
const { NotFoundError, OmsClient } = require('@oms-sdk/client');
const namespace = require('@oms-sdk/client');

const fetch = async () => Response.json({ code: 'not_found' }, { status: 404 });
const options = { token: async () => 'token-of-a-vault', fetch };

async function main() {
  for (const client of [new OmsClient(options), new namespace.OmsClient(options)]) {
    const error = await client.customers.get('cst_1').catch((reason) => reason);
    process.stdout.write(error instanceof NotFoundError ? `${error.message}\n` : `unexpected: ${error}\n`);
  }
}

main();
