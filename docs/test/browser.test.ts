import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundByAxe, isReady, launchBrowser } from './launch-browser.js';
import { filesOf, serve } from './serve.js';

const files = filesOf(new URL('../site', import.meta.url).pathname);
const pages = [...files.keys()].filter((path) => path.endsWith('.html') && path !== '404.html');
const phone = { viewport: { width: 360, height: 740 } };
const dark = { colorScheme: 'dark' } as const;
let browser: Browser;
let site: { url: string; close: () => void };

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serve(files)]);
});
afterAll(async () => {
  site.close();
  await browser.close();
});

/** Opens a page in a window of its own, once its scripts have run. */
async function open(path: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(site.url + path);
  if (options?.javaScriptEnabled !== false) await isReady(page);
  return page;
}

/** Collects what a visitor should never meet. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('response', (response) => response.ok() || trouble.push(`${response.status()} ${response.url()}`));
  page.on('request', (request) => request.url().startsWith(site.url) || trouble.push(request.url()));
  return trouble;
}

interface Visit {
  readonly path: string;
  readonly isWide: boolean;
  readonly trouble: readonly string[];
  readonly lang: string;
  readonly title: string;
  readonly levels: readonly number[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly versions: string;
}

const views = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { ...phone.viewport, ...dark },
] as const;

/** Opens every page at a desk and as a dark phone, or the other way round. */
const visits: Visit[] = [];
beforeAll(async () => {
  const page = await browser.newPage();
  const show = async ({ colorScheme, ...size }: (typeof views)[number]) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
  };
  for (const [index, path] of pages.entries()) {
    const trouble = troubleOf(page);
    const [first, second] = index % 2 === 0 ? views : ([views[1], views[0]] as const);
    if (index === 0) await show(first);
    await page.goto(site.url + path);
    await isReady(page);
    const read = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      lang: document.documentElement.lang,
      title: document.title,
      levels: [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(({ tagName }) =>
        Number(tagName[1]),
      ),
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
      versions: document.querySelector('.describes')?.textContent ?? '',
    }));
    await show(second);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const isWide = read.width > first.width || width > second.width;
    visits.push({ path, trouble, isWide, ...read });
    page.removeAllListeners();
  }
  await page.close();
}, 300_000);

test('every page loads without an error, fits a desk and a phone, and asks nobody else', () => {
  expect(visits.length).toBeGreaterThan(40);
  const bad = visits.filter(({ isWide, trouble }) => isWide || trouble.length > 0);

  expect(bad.map(({ path, isWide, trouble }) => ({ path, isWide, trouble }))).toEqual([]);
});

test('every link within the site leads to a page and a heading that are there', () => {
  const ids = new Map(visits.map((visit) => [pageAt(site.url + visit.path), visit.ids]));
  const links = visits.flatMap(({ path, links: all }) => all.map((link) => ({ path, link })));
  const broken = links.filter(({ link }) => {
    const [address = '', anchor] = link.split('#');
    if (!link.startsWith(site.url)) return !link.startsWith('https://');
    const found = ids.get(pageAt(address));
    return found === undefined || (anchor !== undefined && !found.includes(decodeURIComponent(anchor)));
  });

  expect(new Set(links.map(({ link }) => link)).size).toBeGreaterThan(300);
  expect(broken).toEqual([]);
});

const pageAt = (address: string) => address.replace(/\/index\.html$/, '/');

test('every page has one main heading, headings without a gap, a title and the versions it is about', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../packages/client/package.json', import.meta.url), 'utf8'),
  );
  for (const { path, levels, lang, title, versions } of visits) {
    const hasGap = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
    const mains = levels.filter((level) => level === 1);
    expect({ path, lang, hasGap, mains }).toEqual({ path, lang: 'en', hasGap: false, mains: [1] });
    expect(title).toMatch(/\S \| OMS SDK$|^OMS SDK$/);
    expect(versions).toContain(`@oms-sdk/client ${version}`);
  }
});

test('no page allows a script or a style that was not there when the site was built', async () => {
  const policies = pages.map(
    (path) => /Content-Security-Policy" content="([^"]*)"/.exec(String(files.get(path)))?.[1],
  );

  expect(policies.filter((policy) => !policy?.startsWith("default-src 'none'; script-src 'self'"))).toEqual(
    [],
  );
  expect(policies.filter((policy) => policy?.includes('unsafe'))).toEqual([]);
});

test.each([
  ['at a desk', {}],
  ['on a dark phone', { ...phone, ...dark }],
])('axe finds nothing on four pages and in the search box %s', async (_scheme, options) => {
  const page = await browser.newPage({ ...options, bypassCSP: true });
  const found: Record<string, string[]> = {};
  for (const path of ['', 'guides/errors.html', 'reference/create-wallet.html', 'benchmarks.html']) {
    await page.goto(site.url + path);
    await isReady(page);
    found[path] = await foundByAxe(page);
  }
  await page.keyboard.press('/');
  await page.waitForSelector('#localsearch-input:focus');
  await page.keyboard.type('webhook');
  await page.waitForSelector('.VPLocalSearchBox a.result');
  found['search'] = await foundByAxe(page);

  expect(Object.entries(found).filter(([, all]) => all.length > 0)).toEqual([]);
});

test('the first Tab offers to skip to the content', async () => {
  const page = await open('guides/errors.html');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
  await page.keyboard.press('Enter');

  expect(await page.evaluate('document.activeElement.id')).toBe('VPContent');
});

test('the keyboard alone searches and opens a page', async () => {
  const page = await open('index.html');
  await page.keyboard.press('/');
  await page.waitForSelector('#localsearch-input:focus');
  await page.keyboard.type('create a wallet');
  const wanted = page.locator('a.result[href="/reference/create-wallet.html#create-a-wallet"]');
  await wanted.waitFor();
  while ((await wanted.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect.poll(() => page.textContent('h1')).toContain('Create a wallet');
});

test('a field of the reference has an address of its own', async () => {
  const page = await open('reference/create-customer.html');
  await page.click('a.field >> text=residentialAddress.line1');

  expect(new URL(page.url()).hash).toBe('#request-body.residentialAddress.line1');
  const shared = await open(page.url().slice(site.url.length));
  await expect.poll(() => shared.locator('tr:target').innerText()).toContain('Street and number');
});

test('the keyboard chooses a language, and the programs of the others are hidden', async () => {
  const page = await open('reference/create-wallet.html');
  await page.focus('.vp-code-group input');
  await page.keyboard.press('ArrowRight');

  await expect.poll(() => page.innerText('.vp-code-group')).toContain('curl');
  expect(await page.isVisible('.vp-code-group .language-sh')).toBe(true);
  expect(await page.isVisible('.vp-code-group .language-ts')).toBe(false);
});

test('the navigation shows the method of each operation', async () => {
  const page = await open('index.html');

  expect(await page.textContent('.VPSidebar a[href$="/reference/update-customer.html"]')).toMatch(
    /^PATCH\s+Update a customer/,
  );
});

test('a button copies a program', async () => {
  const page = await open('index.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.hover('div.language-ts');
  await page.click('div.language-ts button.copy');

  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toContain('startMockServer()');
});

test('a visitor chooses the dark scheme for the next page as well', async () => {
  const page = await open('index.html');
  await page.click('.VPNavBar .VPSwitchAppearance');
  await page.goto(`${site.url}guides/errors.html`);

  expect(await page.getAttribute('html', 'class')).toContain('dark');
});

test('on a phone the button opens the menu, and Escape closes it', async () => {
  const page = await open('guides/errors.html', phone);
  expect(await page.isVisible('.VPSidebar.open')).toBe(false);
  await page.click('.VPLocalNav .menu');
  await page.waitForSelector('.VPSidebar.open');
  await page.keyboard.press('Escape');

  await page.waitForSelector('.VPSidebar:not(.open)', { state: 'attached' });
});

test('without scripts the pages and the navigation are there', async () => {
  const page = await open('guides/errors.html', { ...phone, javaScriptEnabled: false });

  expect(await page.isVisible('.VPSidebar')).toBe(true);
  expect(await page.isVisible('main h1')).toBe(true);
});
