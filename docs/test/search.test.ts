import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import search from '../.vitepress/search.js';
import { isReady, launchBrowser } from './launch-browser.js';
import { filesOf, serve } from './serve.js';

/** What someone asks who does not know the words of this site → the page that says it. */
const questions = [
  ['install', 'guides/first-call.html'],
  ['commonjs', 'guides/first-call.html'],
  ['401', 'guides/first-call.html'],
  ['early access', 'guides/first-call.html'],
  ['rate limit', 'guides/errors.html'],
  ['missing field error', 'guides/errors.html'],
  ['retry', 'guides/retries-and-idempotency.html'],
  ['which status codes are retried', 'guides/retries-and-idempotency.html'],
  ['idempotency after a crash', 'guides/retries-and-idempotency.html'],
  ['abort a request', 'packages/client/'],
  ['timeout', 'packages/client/'],
  ['pagination', 'packages/client/'],
  ['wrong environment token', 'packages/client/'],
  ['signature mismatch', 'packages/client/'],
  ['lambda body', 'guides/webhooks.html'],
  ['raw body express', 'guides/webhooks.html'],
  ['webhook arrives twice', 'guides/webhooks.html'],
  ['dedupe events', 'guides/webhooks.html'],
  ['test webhooks locally', 'guides/webhooks.html'],
  ['rotate the secret', 'guides/going-live.html'],
  ['go to production', 'guides/going-live.html'],
  ['test a rejection', 'guides/testing.html'],
  ['fake timers', 'guides/testing.html'],
  ['jest', 'guides/test-runners.html'],
  ['state after restart', 'guides/sandbox.html'],
  ['rejection reason', 'guides/scenarios.html'],
  ['inject a fault', 'guides/faults.html'],
  ['proxy', 'guides/proxy.html'],
  ['record requests', 'guides/studio.html'],
  ['kyc', 'guides/kyc-form.html'],
  ['react form', 'guides/kyc-form.html'],
  ['next.js', 'guides/compatibility.html'],
  ['cloudflare workers', 'guides/compatibility.html'],
  ['python', 'guides/any-language.html'],
  ['share token between processes', 'guides/any-language.html'],
  ['passport number', 'guides/personal-data.html'],
  ['logging pii', 'guides/personal-data.html'],
  ['create a wallet', 'guides/onboarding.html'],
  ['bank account', 'reference/create-external-account.html'],
  ['report a vulnerability', 'security.html'],
] as const;

const files = filesOf(new URL('../site', import.meta.url).pathname);
let browser: Browser;
let site: { url: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(files)]);
});
afterAll(async () => {
  site.close();
  await browser.close();
});

test('forty questions of newcomers find the right page among the first three', async () => {
  const chunks = new URL('../site/assets/chunks/', import.meta.url);
  const chunk = readdirSync(chunks).find((name) => name.startsWith('@localSearchIndexroot')) ?? '';
  const index = search.loadJSON((await import(new URL(chunk, chunks).href)).default);
  const found = questions.map(
    ([question]) =>
      [
        question,
        index
          .search(question)
          .slice(0, 3)
          .map(({ id }) => String(id)),
      ] as const,
  );
  const lost = found.filter(
    ([, ids], at) => !ids.some((id) => id.split('#')[0] === `/${questions[at]?.[1]}`),
  );

  expect(questions).toHaveLength(40);
  expect(lost).toEqual([]);
});

test.each(questions.filter((_, at) => at % 8 === 2))(
  '%j, typed into the search box, leads to %s',
  async (question, path) => {
    const page = await openSearch();
    await page.keyboard.type(question);
    await expect.poll(() => firstResults(page)).toContain(path);
    await page.close();
  },
);

async function openSearch(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url);
  await isReady(page);
  await page.keyboard.press('/');
  await page.waitForSelector('#localsearch-input:focus');
  return page;
}

const firstResults = (page: Page): Promise<string[]> =>
  page.$$eval('.VPLocalSearchBox a.result', (all) =>
    all.slice(0, 3).map((link) => (link as HTMLAnchorElement).pathname.slice(1)),
  );
