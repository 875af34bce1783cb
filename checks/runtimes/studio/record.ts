// Makes the pictures of Studio that README and guide show, from the page itself:
//   npm run studio:pictures
// One recording as an animated SVG of screenshots, in light and in dark.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import type { Page } from 'playwright-core';
import { launchChromium } from '../runners/chromium.js';

const size = { width: 960, height: 600 };
const frameMs = 2600;
const captionHeight = 44;
const quality = 25;
const folder = new URL('../../../docs/assets/', import.meta.url);

interface Frame {
  readonly caption: string;
  readonly webp: string;
}

const browser = await launchChromium();
for (const scheme of ['light', 'dark'] as const) {
  const frames = await record(scheme);
  await writeFile(new URL(`studio-${scheme}.svg`, folder), animation(frames, scheme));
}
await browser.close();

/** Walks an onboarding through the page, with an integration and a receiver of its events beside it. */
async function record(scheme: 'light' | 'dark'): Promise<Frame[]> {
  let received = 0;
  const receiver = createServer((request, response) => {
    received += 1;
    const [status, message] = received === 1 ? [500, 'The database is not there.'] : [200, 'Thanks.'];
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const mock = await startMockServer({ studio: true, seed: 1 });
  const oms = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example', baseUrl: mock.url });
  const { port } = receiver.address() as AddressInfo;
  await oms.webhookEndpoints.create({
    url: `http://127.0.0.1:${port}/webhooks`,
    events: ['customer.endorsement.granted'],
  });
  const context = await browser.newContext({ viewport: size, colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${new URL(mock.url).origin}/#view=exchanges`);
  await page.getByText('● live').waitFor();
  const frames: Frame[] = [];
  const take = async (caption: string) => void frames.push({ caption, webp: await screenshot(page) });
  const show = (view: string) => page.getByRole('link', { name: view, exact: true }).click();

  await oms.customers.create({ ...people.complete, phone: '0043' }).catch(() => undefined);
  const { id } = await oms.customers.create(people.complete);
  await page.getByText('3 of 3 exchanges').or(page.getByText('4 of 4 exchanges')).waitFor();
  await take('Every exchange, live, and whether it kept the contract');

  await page.getByRole('row', { name: '422' }).getByRole('button').click();
  await page.getByText('422 ◀ this one').waitFor();
  await page.evaluate(() => document.querySelector('.detail')?.scrollIntoView());
  await take('What is wrong, at its place, with the spec beside it');

  await show('Customers');
  await page.getByLabel('Reason for the customer').fill('The picture is too dark.');
  await page.getByRole('button', { name: 'Reject basic' }).click();
  await page.getByText('For the customer: The picture').waitFor();
  await page.evaluate(() => document.querySelector('.card')?.scrollIntoView());
  await take('A reviewer rejects, with a reason');

  await page.getByRole('button', { name: 'Approve basic' }).click();
  await page
    .getByRole('region', { name: 'Endorsement basic' })
    .getByText('ACTIVE', { exact: true })
    .waitFor();
  await take('… and approves');

  await show('Webhooks');
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await deliveries.getByRole('button', { name: 'customer.endorsement.granted' }).last().click();
  await deliveries.getByText('The database is not there.').waitFor();
  await page.evaluate(() => document.querySelector('.detail details')?.scrollIntoView());
  await take('The receiver of the event failed: what it said, and when the next attempt is');

  await show('Faults and time');
  await page.getByRole('button', { name: '+ 1 hour' }).click();
  await page.getByText('1 h ahead').waitFor();

  await oms.customers.get(id);
  await oms.wallets.create(id, { asset: 'usdc', chain: 'polygon' });
  await show('Flow');
  await page.locator('svg .label', { hasText: 'address of the wallet' }).waitFor();
  await page.locator('svg .label', { hasText: 'attempt 2' }).first().waitFor();
  await take('The onboarding, drawn from what happened');

  await show('Exchanges');
  await page.getByRole('button', { name: 'Mark all shown' }).click();
  await page.getByRole('button', { name: 'Copy as Vitest test' }).click();
  await page.getByLabel('Copy as Vitest test: text').waitFor();
  await page.evaluate(() => document.querySelector('.copied')?.scrollIntoView({ block: 'center' }));
  await take('… and copied as a test');

  await show('Contract');
  await page.locator('svg.coverage .filled').nth(4).waitFor();
  await take('What this integration has met, and what is untried');
  await context.close();
  await mock.close();
  receiver.closeAllConnections();
  receiver.close();
  return frames;
}

/** What is seen of the page, as base64 of WebP, which Playwright itself does not make. */
async function screenshot(page: Page): Promise<string> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  return data;
}

/** The frames one after the other, again and again; for those who want no motion the first one alone. */
function animation(frames: readonly Frame[], scheme: 'light' | 'dark'): string {
  const [paper, ink] = scheme === 'light' ? ['#f7f7f9', '#1d1d27'] : ['#1c1c24', '#e6e6ee'];
  const totalMs = frames.length * frameMs;
  const share = (100 / frames.length).toFixed(3);
  const height = size.height + captionHeight;
  const shown = frames.map(
    ({ caption, webp }, index) => `<g class="f" style="animation-delay:${index * frameMs}ms">
<image width="${size.width}" height="${size.height}" href="data:image/webp;base64,${webp}"/>
<text x="${size.width / 2}" y="${size.height + 28}">${index + 1}/${frames.length}  ${caption}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" aria-label="Studio, the page of the mock server: exchanges, a customer that is rejected and approved, a webhook that fails and is sent again, the flow of it all, and the test that is copied from it">
<!-- Made by checks/runtimes/studio/record.ts from the page itself. Do not edit. -->
<style>
text{font:16px ui-sans-serif,system-ui,sans-serif;fill:${ink};text-anchor:middle;white-space:pre}
.f{visibility:hidden;animation:show ${totalMs}ms step-end infinite}
@keyframes show{0%{visibility:visible}${share}%{visibility:hidden}}
@media (prefers-reduced-motion:reduce){.f{animation:none}.f:first-of-type{visibility:visible}}
</style>
<rect width="${size.width}" height="${height}" rx="8" fill="${paper}"/>
${shown.join('\n')}
<rect x=".5" y=".5" width="${size.width - 1}" height="${height - 1}" rx="8" fill="none" stroke="${ink}" stroke-opacity=".3"/>
</svg>
`;
}
