import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { codeIn } from '../harness/bundle.js';
import { runNode } from '../harness/run.js';
import { startCommand } from '../harness/start-command.js';
import { startNext } from '../harness/start-next.js';

const installed = inject('installed');
const checks = fileURLToPath(new URL('../..', import.meta.url));
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

/** What Next.js keeps on disk, among it the responses to `fetch` for which nothing else is said. */
function cachedFiles(project: string): string[] {
  return readdirSync(join(project, '.next/cache'), { recursive: true, encoding: 'utf8' }).sort();
}

/** The pages that Next.js made while it built, which it serves to everybody. */
function prerendered(project: string): string[] {
  const manifest = JSON.parse(readFileSync(join(project, '.next/prerender-manifest.json'), 'utf8')) as {
    routes: Record<string, unknown>;
  };
  return Object.keys(manifest.routes).filter((route) => !route.startsWith('/_'));
}

describe.each([
  ['next-14', 'oldest'],
  ['next', 'consumers'],
])('the project %s, with what checks/%s installs', (name, folder) => {
  const project = join(installed, name);
  const command = join(checks, folder, 'node_modules/next/dist/bin/next');

  test('is built without credentials, and its pages and route handlers answer', async () => {
    const build = await runNode(command, ['build'], project, variables);
    expect(build).toMatchObject({ status: 0 });
    expect(codeIn(join(project, '.next/static'))).not.toMatch(/\/auth\/token/);
    expect(prerendered(project)).toEqual([]);
    const cachedByBuild = cachedFiles(project);

    await using mock = await startCommand(installed, 'sandbox');
    await using next = await startNext(command, project, {
      ...variables,
      OMS_API_KEY: 'sk_sdbx_any',
      OMS_API_SECRET: 'any',
      OMS_BASE_URL: mock.url,
      OMS_WEBHOOK_SECRET: secret,
    });
    const page = await fetch(next.url);
    expect(await page.text()).toMatch(/<p data-status="active">[\w-]+<\/p>/);
    const wrapped = await fetch(`${next.url}/wrapped`);
    expect(await wrapped.text()).toContain('<p data-status="active"></p>');
    const customer = await fetch(`${next.url}/customers?name=Zenobia`);
    expect(await customer.json()).toEqual({ firstName: 'Zenobia' });
    expect(cachedFiles(project)).toEqual(cachedByBuild);
    expect(await mock.violations()).toEqual([]);

    const session = await fetch(`${next.url}/session`, { redirect: 'manual' });
    expect([session.status, session.headers.get('location')]).toEqual([307, '/sign-in']);

    const body = JSON.stringify({ event: 'customer.endorsement.granted', data: { id: 'cst_1' } });
    const deliver = async (headers: Record<string, string>) =>
      (await fetch(`${next.url}/webhooks`, { method: 'POST', body, headers })).status;
    expect(await deliver(await sign(body))).toBe(204);
    expect(await deliver({})).toBe(400);
  });
});
