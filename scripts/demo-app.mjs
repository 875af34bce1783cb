// The app of examples/onboarding-app beside a sandbox with Studio: `npm run demo:app`. With `--check` it starts both,
// onboards somebody once, and ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startMockServer } from '../packages/mock-server/dist/index.js';
import { people } from '../packages/mock-server/dist/people.js';

const folder = fileURLToPath(new URL('../examples/onboarding-app/', import.meta.url));
const isCheck = process.argv.includes('--check');
const webhookSecret = `whsec_${'0123456789abcdef'.repeat(4)}`;

/** The port, or any other where it is taken. */
async function freePort(wanted) {
  const server = createServer();
  const isOpen = await new Promise((resolve) => {
    server.once('error', () => resolve(false)).listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!isOpen) return freePort(0);
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await freePort(isCheck ? 0 : 3000);
const url = `http://127.0.0.1:${port}`;
const sandbox = await startMockServer({
  port: await freePort(isCheck ? 0 : 4010),
  studio: true,
  // Long enough to decide in Studio what becomes of a customer.
  checks: { afterMs: isCheck ? 100 : 20_000 },
  seedData: { webhookEndpoints: [{ url: `${url}/webhooks`, secret: webhookSecret }] },
});

// The app is a process of its own, as it would be in production: all that it knows comes from its environment.
const app = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: url,
    // The sandbox sends an event for a grant alone, so a page that waits for anything else has to look.
    REFRESH_MS: '2000',
    OMS_BASE_URL: sandbox.url,
    OMS_API_KEY: 'sk_sdbx_demo',
    OMS_API_SECRET: 'made-up',
    OMS_WEBHOOK_SECRET: webhookSecret,
  },
});
const ended = once(app, 'exit');
const isStarted = await Promise.race([once(app.stdout, 'data').then(() => true), ended.then(() => false)]);
if (!isStarted) {
  await sandbox.close();
  process.exit(1);
}

if (isCheck) {
  const address = await onboard().finally(() => app.kill());
  await ended;
  await sandbox.close();
  sandbox.assertNoViolations();
  console.log(
    `✓ from a form to the wallet ${address}, ${sandbox.requests.length} requests, 0 contract violations`,
  );
} else {
  console.log(`The app:    ${url}`);
  console.log(
    `Studio:     ${new URL('/', sandbox.url)} (a check takes 20 seconds, unless you decide under Customers)`,
  );
  console.log('Ctrl-C ends both.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.kill());
  await ended;
  await sandbox.close();
}

/** Does what the page does. */
async function onboard() {
  let cookie = '';
  const call = async (path, body) => {
    const response = await fetch(`${url}/api/onboarding${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    cookie ||= response.headers.get('set-cookie')?.split(';')[0] ?? '';
    if (!response.ok)
      throw new Error(`${path || '/'} responded with ${response.status}: ${await response.text()}`);
    return response.json();
  };
  await call('');
  await call('', {});
  let view = await call('/form', people.complete);
  for (let looks = 0; view.step === 'waiting' && looks < 100; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    view = await call('');
  }
  if (view.address === undefined)
    throw new Error(`There is no wallet after ten seconds: ${JSON.stringify(view)}`);
  return view.address;
}
