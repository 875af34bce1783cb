import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchChromium } from '../runners/chromium.js';

const { resolve } = createRequire(import.meta.url);
const axe = await readFile(resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const clientOf = ({ url }: MockServer) =>
  new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: url });

/** Studio beside a server of its own. It ends with an error when the page complained, or asked for anything elsewhere. */
async function openStudio(
  view: string,
  options: MockServerOptions = {},
  context: BrowserContextOptions = {},
) {
  const mock = await startMockServer({ studio: true, ...options });
  onTestFinished(() => mock.close());
  const page = await openPage(mock, view, context);
  return { mock, page };
}

async function openPage(mock: MockServer, view: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const { origin } = new URL(mock.url);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A browser notes each refusal of a server by itself.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || request.url().startsWith('data:');
    if (!isOwn) complaints.push(`asked for ${request.url()}`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  await page.goto(`${origin}/#view=${view}`);
  await page.getByText('● live').waitFor();
  return page;
}

test('an onboarding by clicks alone: a person, a rejection, and an approval', async () => {
  const { page, mock } = await openStudio('customers');

  await page.getByRole('button', { name: 'Make a person', exact: true }).click();
  const basic = page.getByRole('region', { name: 'Endorsement basic' });
  await page.getByLabel('Reason for the customer').fill('The picture is too dark.');
  await basic.getByRole('button', { name: 'Reject basic' }).click();
  await basic.getByText('REJECTED').waitFor();
  await basic.getByText('The picture is too dark.').waitFor();
  await basic.getByRole('button', { name: 'Approve basic' }).click();
  await basic.getByText('ACTIVE', { exact: true }).waitFor();

  const [customer] = (await clientOf(mock).customers.list()).data;
  expect(customer?.endorsements).toContainEqual(expect.objectContaining({ type: 'basic', status: 'ACTIVE' }));

  await page.getByLabel('Reason for the customer').fill('The account is closed.');
  await page.getByLabel('after (ms)').nth(1).fill('60000');
  await basic.getByRole('button', { name: 'Offboard basic' }).click();
  await page.getByText('something changes at').waitFor();
  mock.sandbox.advance(60_000);
  await basic.getByText('OFFBOARDED').waitFor();
});

test('what comes of the next customer is chosen before there is one, and what comes of one, by its scenario', async () => {
  const { page, mock } = await openStudio('customers');
  const { customers } = clientOf(mock);

  await page.getByLabel('because').fill('Too dark.');
  await page.getByRole('button', { name: 'Set for the next customer' }).click();
  await page.getByText('applied to 0').waitFor();
  const { id } = await customers.create({ ...people.complete, externalId: 'x' });
  mock.sandbox.advance(3_600_000);
  await page.getByText('applied to 1').waitFor();
  const basic = page.getByRole('region', { name: 'Endorsement basic' });
  await basic.getByText('REJECTED').waitFor();
  await basic.getByText('For the customer: Too dark.').waitFor();

  const own = page.getByRole('region', { name: 'Scenario of this customer' });
  await own.getByLabel('outcome').selectOption('approve');
  await own.getByRole('button', { name: 'Set for this customer' }).click();
  await own.getByText('"externalId":"x"').waitFor();
  await customers.update(id, { endorsements: ['basic'], phone: '+12025550144' });
  mock.sandbox.advance(3_600_000);
  await basic.getByText('ACTIVE', { exact: true }).waitFor();
  await own.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => mock.sandbox.scenarios.list().length).toBe(1);
});

test('an event is checked as it is written, sent, seen with what the receiver responded, and sent again', async () => {
  const bodies: string[] = [];
  const receiver = createServer((request, response) => {
    request
      .on('data', (chunk) => bodies.push(String(chunk)))
      .on('end', () =>
        response.setHeader('content-type', 'application/json').end('{"message":"Thanks <b>"}'),
      );
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const { page, mock } = await openStudio('webhooks');
  const { port } = receiver.address() as AddressInfo;
  await clientOf(mock).webhookEndpoints.create({
    url: `http://127.0.0.1:${port}/hook`,
    events: ['customer.endorsement.granted'],
  });

  await page.getByRole('combobox', { name: 'event' }).selectOption('customer.endorsement.granted');
  const body = page.getByLabel('body; the sandbox makes');
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await page.getByText('✓ The event keeps the contract.').waitFor();
  const example = JSON.parse(await body.inputValue());
  await body.fill('{ "event": ');
  await page.getByText('✗ This is not JSON').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await body.fill(JSON.stringify({ ...example, data: { ...example.data, id: 5 } }));
  await page.getByText('event.body.type').waitFor();
  expect(await send.isDisabled()).toBe(true);
  let release: () => unknown = () => undefined;
  await page.route('**/__oms/events', async (route) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    await route.continue();
  });
  await body.fill(JSON.stringify({ ...example, data: { ...example.data, id: 'cst_edited' } }));
  await page.getByText('Checking …').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.unroute('**/__oms/events');
  release();
  await page.getByText('✓ The event keeps the contract.').waitFor();
  await send.click();
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await deliveries.getByText('delivered').waitFor();
  await deliveries.getByRole('button', { name: 'Resend' }).click();
  await deliveries.getByText('200, 200').waitFor();
  await deliveries.getByRole('button', { name: 'customer.endorsement.granted' }).click();
  await deliveries.getByText('Attempt 2 at').waitFor();
  await deliveries.getByText('"message": "Thanks <b>"').last().waitFor();

  expect(bodies.map((one) => JSON.parse(one).data.id)).toEqual(['cst_edited', 'cst_edited']);
  expect(await page.content()).not.toContain('whsec_');
  await page.getByRole('button', { name: 'Show secret' }).click();
  await page.getByText('whsec_').waitFor();
});

test('a fault is added, hits, and is removed; a wrong one is refused in a sentence', async () => {
  const { page, mock } = await openStudio('faults');

  await page.getByLabel('rule').fill('latenzy=5');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('rule').fill('status=418');
  await page.getByLabel('operation').selectOption('listCustomers');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('0 hits in 0 calls').waitFor();
  await expect(clientOf(mock).customers.list()).rejects.toMatchObject({ status: 418 });
  await page.getByRole('button', { name: 'Remove all' }).click();
  await page.getByText('Nothing goes wrong on purpose.').waitFor();

  await expect(clientOf(mock).customers.list()).resolves.toBeDefined();
});

test('the clock goes on by clicks', async () => {
  const { page, mock } = await openStudio('faults', { checks: { afterMs: 3_600_000 / 2 } });
  const clock = page.getByRole('region', { name: 'Clock' });
  await clock.getByText(/The sandbox has \d/).waitFor();
  const [before] = /\d{4}-\d\d-\d\dT[0-9:.]+Z/.exec((await clock.textContent()) ?? '') ?? [''];

  await page.getByRole('button', { name: '+ 1 day' }).click();
  await expect
    .poll(async () =>
      Date.parse(/\d{4}-\d\d-\d\dT[0-9:.]+Z/.exec((await clock.textContent()) ?? '')?.[0] ?? ''),
    )
    .toBeGreaterThanOrEqual(Date.parse(before) + 86_400_000);

  await clientOf(mock).customers.create(people.complete);
  await page.getByRole('button', { name: 'To the next due thing' }).click();
  await clock.getByText('the latest token expires at').waitFor();
  await page.getByRole('button', { name: 'To token expiry' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'To token expiry' }).isDisabled()).toBe(true);
});

test('an exchange is shown in full without identity data, its violation marked, and copied as a test', async () => {
  const { page, mock } = await openStudio('exchanges');
  const { firstName, ...rest } = people.complete;
  const params = { ...rest, fistName: firstName };
  const { id } = await clientOf(mock).customers.create(params as unknown as typeof people.complete);

  await page.getByRole('button', { name: 'POST /customers' }).click();
  const detail = page.getByRole('region', { name: 'The exchange in full' });
  await detail.getByText('did you mean firstName?').first().waitFor();
  await detail.locator('mark').filter({ hasText: 'fistName' }).waitFor();
  expect(await detail.textContent()).toContain(id);
  expect(await detail.textContent()).not.toContain(people.complete.birthDate);
  await detail.getByRole('button', { name: 'Copy as Vitest test' }).click();

  const copied = await detail.getByLabel('Copy as Vitest test: text').inputValue();
  expect(copied).toContain("oms.expectViolation('request.body.undeclared-property');");
  const spec = detail.getByRole('complementary', { name: 'The operation in the spec' });
  await spec.getByText('Create a customer').waitFor();
  await spec.getByText('201 ◀ this one').waitFor();
  expect(await spec.getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
});

test('exchanges are filtered, and the filter keeps the focus while more come', async () => {
  const { page, mock } = await openStudio('exchanges');
  const { customers } = clientOf(mock);
  const { id } = await customers.create(people.complete);
  await customers.get(id);
  await customers.get('cst_unknown').catch(() => undefined);
  await customers.create({ ...people.complete, phone: '1', externalId: 'y' }).catch(() => undefined);
  const rows = page.locator('tbody tr');
  const shows = (count: number) => expect.poll(() => rows.count()).toBe(count);

  await page.getByLabel('status').selectOption('4xx');
  await shows(2);
  await page.getByLabel('check').selectOption('with errors');
  await shows(1);
  await page.getByLabel('check').selectOption('any');
  await page.getByRole('combobox', { name: 'operation' }).selectOption('getCustomer');
  await shows(1);
  await page.getByLabel('status').selectOption('any');
  const text = page.getByRole('searchbox');
  await text.fill(id);
  await shows(1);
  await customers.get(id);
  await shows(2);
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('the flow is drawn from what happened', async () => {
  const { page, mock } = await openStudio('flow');
  const customer = await clientOf(mock).customers.create(people.complete);
  await clientOf(mock).customers.get(customer.id);

  await page.getByText('The same as text').click();
  await page.getByText(/App → OMS: POST \/customers/).waitFor();
  await page.getByText(/App → OMS: GET \/customers/).waitFor();
});

test('coverage counts the responses that were met', async () => {
  const { page, mock } = await openStudio('contract');
  await expect(clientOf(mock).customers.get('cst_unknown')).rejects.toMatchObject({ status: 404 });

  await page
    .getByRole('row', { name: /getCustomer/ })
    .getByText('✓ 404')
    .waitFor();
  expect(await page.locator('svg.coverage .filled').count()).toBe(2);
});

test('it connects again to a server that was started again with its state', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oms-studio-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const options = { studio: true, state: join(folder, 'state.json') };
  const first = await startMockServer(options);
  const { port, origin } = new URL(first.url);
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${origin}/#view=customers`);
  const { id } = await clientOf(first).customers.create(people.complete);
  await page.getByRole('heading', { name: id }).waitFor();

  await first.close();
  await page.getByText('the server does not respond').waitFor();
  const second = await startMockServer({ ...options, port: Number(port) });
  onTestFinished(() => second.close());

  await page.getByText('● live').waitFor();
  await page.getByRole('heading', { name: id }).waitFor();
});

test('after 10,000 exchanges a hundred rows are in the document', async () => {
  const { page, mock } = await openStudio('exchanges');
  for (let count = 1000; count <= 10_000; count += 1000) {
    await Promise.all(Array.from({ length: 1000 }, () => mock.fetch(`${mock.url}/customers`)));
    await page.getByText(`${count} of ${count} exchanges`).waitFor();
  }

  expect(await page.locator('tbody tr').count()).toBeLessThanOrEqual(100);
});

test('texts from outside are inert, wherever they stand', async () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    "javascript:alert('1')",
    '{{constructor.constructor("alert(1)")()}}',
    '\u202egnp.exe',
    '</textarea><svg onload=alert(1)>',
  ];
  const body = hostile.join(' ');
  const headers = { 'content-type': 'text/plain', server: hostile[0] ?? '' };
  const { page, mock } = await openStudio('exchanges', {
    deliver: async () => ({ status: 500, headers, body }),
    webhookEndpoints: [{ url: 'http://127.0.0.1:9/', secret: 'example-secret' }],
    // A grant for each customer would push the event of the test out of the hundred rows.
    checks: { afterMs: 86_400_000 },
  });
  page.on('dialog', () => expect.unreachable());
  const oms = clientOf(mock);
  for (let count = 0; count < 100; count += 1) {
    const text = `${hostile[count % hostile.length]}${count}`;
    await oms.customers
      .create({ ...people.complete, firstName: text, externalId: `x${count}`, metadata: { [text]: text } })
      .catch(() => undefined);
  }
  await oms.customers.get(hostile[0] ?? '').catch(() => undefined);
  mock.sandbox.trigger('wallet.depositDetected', { set: { 'data.walletId': hostile[1] } });
  for (const view of ['flow', 'customers', 'webhooks', 'contract', 'exchanges'])
    await page.locator(`nav a[href*="view=${view}"]`).click();
  await page.locator('nav a[href*="view=webhooks"]').click();
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await deliveries.getByRole('button', { name: 'wallet.depositDetected' }).click();
  await deliveries.getByText('<img src=x').last().waitFor();
  expect(await page.locator('img, main script, svg[onload]').count()).toBe(0);
  await page.locator('nav a[href*="view=exchanges"]').click();
  await page.getByRole('button', { name: 'POST /customers' }).first().click();
  await page.getByRole('region', { name: 'The exchange in full' }).waitFor();

  expect(await page.locator('img, main script, svg[onload]').count()).toBe(0);
});

const views = ['exchanges', 'flow', 'customers', 'webhooks', 'faults', 'contract'];

test.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 360, height: 740 } }],
] as const)('every view is accessible and fits: %s', async (_, context) => {
  const { page, mock } = await openStudio('exchanges', {}, context);
  const oms = clientOf(mock);
  const customer = await oms.customers.create(people.complete);
  await oms.customers.get(customer.id);
  await oms.customers.create({ ...people.complete, phone: '1' }).catch(() => undefined);
  await oms.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', events: ['customer.endorsement.granted'] });
  mock.sandbox.advance(3_600_000);
  for (const view of views) {
    await page.locator(`nav a[href*="view=${view}"]`).click();
    await page.getByRole('heading', { level: 2 }).waitFor();
    if (view === 'exchanges') await page.getByRole('button', { name: 'POST /customers' }).first().click();
    // Evaluated, not added as an element, which the policy of the page refuses.
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found, view).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width, view).toBeLessThanOrEqual(0);
  }
});

test('the keyboard alone reaches every view and every button', async () => {
  const { page } = await openStudio('exchanges');
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Customers' }).waitFor();
  await page.getByRole('button', { name: 'Make a person', exact: true }).focus();
  await page.keyboard.press('Enter');

  await page.getByRole('region', { name: 'Endorsement basic' }).waitFor();
});

test('where others reach the server, the page asks for the token, and has it from the fragment', async () => {
  const mock = await startMockServer({ studio: true, adminToken: 'example-admin-token' });
  onTestFinished(() => mock.close());
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(new URL(mock.url).origin);
  await page.getByLabel('Admin token').fill('example-admin-token');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.getByText('● live').waitFor();
  await page.goto(`${new URL(mock.url).origin}/#token=example-admin-token`);
  await page.reload();
  await page.getByText('● live').waitFor();
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Make a person', exact: true }).click();

  await page.getByRole('region', { name: 'Endorsement basic' }).waitFor();
});

test('a mode without state says so', async () => {
  const { page } = await openStudio('customers', { mode: 'mock' });

  await page.getByText('The mode mock keeps no state').waitFor();
});

test('oms-mock --open shows the page in a browser', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'oms-studio-'));
  const opener = `#!/bin/sh
"$CHROMIUM" --headless --no-sandbox --user-data-dir="$FOLDER/profile" --dump-dom "$1" > "$FOLDER/page.html"
mv "$FOLDER/page.html" "$FOLDER/opened.html"
`;
  await writeFile(join(folder, 'xdg-open'), opener, { mode: 0o755 });
  const PATH = folder + delimiter + process.env['PATH'];
  const command = join(resolve('@oms-sdk/mock-server/package.json'), '../dist/cli.js');
  const child = spawn(process.execPath, [command, '--port', '0', '--open'], {
    env: { ...process.env, PATH, FOLDER: folder, CHROMIUM: chromiumPath() },
  });
  onTestFinished(async () => {
    child.kill();
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  const opened = () => readFile(join(folder, 'opened.html'), 'utf8').catch(() => '');
  await expect.poll(opened, { timeout: 60_000 }).toContain('<h1>OMS Studio</h1>');
});
