// Asks the sandbox alone, without the client.
import { createSandbox } from '@oms-sdk/mock-server/sandbox';

const sandbox = createSandbox({ seed: 7 });
const { status } = await sandbox.fetch('https://sandbox.example/v0.9/customers');
await sandbox.close();

document.title = `without a token: ${status}`;
