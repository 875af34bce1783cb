import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { codeIn } from '../harness/bundle.js';
import { runNode } from '../harness/run.js';
import { startCommand } from '../harness/start-command.js';
import { startNext } from '../harness/start-next.js';

const installed = inject('installed');
const project = join(installed, 'next');
const command = fileURLToPath(new URL('../node_modules/next/dist/bin/next', import.meta.url));
const secret = 'whsec_local';
const variables = { NEXT_TELEMETRY_DISABLED: '1' };

/** Signs with the package as installed, as OMS does. */
async function sign(body: string): Promise<Record<string, string>> {
  const entry = join(installed, 'node_modules/@oms-sdk/client/dist/esm/webhooks.js');
  const { signWebhook } = (await import(entry)) as {
    signWebhook: (body: string, secret: string) => Promise<Record<string, string>>;
  };
  return signWebhook(body, secret);
}

test('Next.js builds a page and a route handler, and both answer', async () => {
  const build = await runNode(command, ['build'], project, variables);
  expect(build).toMatchObject({ status: 0 });
  expect(codeIn(join(project, '.next/static'))).not.toMatch(/\/auth\/token/);

  await using mock = await startCommand(installed);
  await using next = await startNext(command, project, {
    ...variables,
    OMS_BASE_URL: mock.url,
    OMS_WEBHOOK_SECRET: secret,
  });
  const page = await fetch(next.url);
  expect(await page.text()).toMatch(/<p data-status="active">[\w-]+<\/p>/);
  expect(await mock.violations()).toEqual([]);

  const body = JSON.stringify({ event: 'customer.endorsement.granted', data: { id: 'cst_1' } });
  const deliver = async (headers: Record<string, string>) =>
    (await fetch(`${next.url}/webhooks`, { method: 'POST', body, headers })).status;
  expect(await deliver(await sign(body))).toBe(204);
  expect(await deliver({})).toBe(400);
});
