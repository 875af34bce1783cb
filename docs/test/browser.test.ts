import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteFiles } from '../build/build-site.js';
import { launchBrowser } from './launch-browser.js';
import { serve } from './serve.js';

const files = siteFiles(fileURLToPath(new URL('../..', import.meta.url)));
const pages = [...files.keys()].filter((path) => path.endsWith('.html'));
const phone = { viewport: { width: 390, height: 844 } };
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

/** Opens a page in a window of its own. */
async function open(path: string, options?: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(site.url + path);
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

test.each([
  ['a desk', {}],
  ['a dark phone', { ...phone, ...dark }],
])('on %s every page loads without an error, fits, and asks nobody else', async (_place, options) => {
  const page = await open('index.html', options);
  const trouble = troubleOf(page);
  for (const path of pages) {
    await page.goto(site.url + path);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect({ path, width, trouble }).toEqual({ path, width: page.viewportSize()?.width, trouble: [] });
  }
  expect(pages.length).toBeGreaterThan(30);
});

test('every link within the site leads to a page and a heading that are there', async () => {
  const page = await open('index.html');
  const targets = new Map<string, string>();
  const ids = new Map<string, string[]>();
  for (const path of pages) {
    await page.goto(site.url + path);
    const links = await page.$$eval('a[href]', (all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) targets.set(link, path);
    ids.set(site.url + path, await page.$$eval('[id]', (all) => all.map(({ id }) => id)));
  }
  const broken = [...targets].filter(([link]) => {
    const [address = '', anchor] = link.split('#');
    if (!link.startsWith(site.url)) return !link.startsWith('https://');
    const found = ids.get(address);
    return found === undefined || (anchor !== undefined && !found.includes(decodeURIComponent(anchor)));
  });

  expect(targets.size).toBeGreaterThan(300);
  expect(broken).toEqual([]);
});

test('every page has one main heading, a language, a title and headings without a gap', async () => {
  const page = await open('index.html');
  for (const path of pages) {
    await page.goto(site.url + path);
    const levels = await page.$$eval('article :is(h1, h2, h3, h4)', (all) =>
      all.map(({ tagName }) => Number(tagName[1])),
    );
    expect({ path, first: levels[0], mains: levels.filter((level) => level === 1) }).toEqual({
      path,
      first: 1,
      mains: [1],
    });
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.title()).toMatch(/\S/);
  }
});

test('the first Tab offers to skip to the content', async () => {
  const page = await open('guides/errors.html');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
  await page.keyboard.press('Enter');

  expect(await page.evaluate('document.activeElement.id')).toBe('content');
});

test('the keyboard alone searches and opens a page', async () => {
  const page = await open('index.html');
  await page.keyboard.press('/');
  await page.keyboard.type('create a wallet');
  await page.waitForSelector('search li a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/reference/create-wallet.html*');

  expect(await page.textContent('h1')).toBe('Create a wallet');
});

test('on a phone the button opens the menu and closes it again', async () => {
  const page = await open('guides/errors.html', phone);
  expect(await page.isVisible('#navigation')).toBe(false);
  await page.click('button.menu');
  expect(await page.isVisible('#navigation')).toBe(true);
  await page.click('button.menu');

  expect(await page.isVisible('#navigation')).toBe(false);
});

test('without scripts the pages and the navigation are there', async () => {
  const page = await open('guides/errors.html', { ...phone, javaScriptEnabled: false });

  expect(await page.isVisible('#navigation')).toBe(true);
  expect(await page.isVisible('search')).toBe(false);
});

test.each([
  ['light', {}],
  ['dark', dark],
])('text has a contrast of 4.5 to 1 in the %s scheme', async (_scheme, options) => {
  const page = await open('reference/create-customer.html', options);
  const poor = await page.evaluate(`(${poorContrast})()`);

  expect(poor).toEqual([]);
});

/** Runs in the page: texts whose colour is too near to that of what lies below them. */
function poorContrast(): string[] {
  const parse = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = parse(color).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const background = (element: Element | null): string => {
    const color = element === null ? 'rgb(255, 255, 255)' : getComputedStyle(element).backgroundColor;
    return parse(color)[3] === 0 ? background(element?.parentElement ?? null) : color;
  };
  const texts = [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.checkVisibility() &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  const ratio = (element: Element) => {
    const pair = [luminance(getComputedStyle(element).color), luminance(background(element))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  };
  return texts
    .filter((element) => ratio(element) < 4.5)
    .map((element) => `${element.tagName} ${element.textContent}`);
}
