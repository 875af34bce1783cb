import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Headless Chromium as installed on the machine; CHROMIUM_PATH names another one. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place));
  if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Waits until the scripts of a page of the site have taken it over. */
export function isReady(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const app = document.querySelector('#app');
    while (app !== null && !('__vue_app__' in app)) await new Promise((resolve) => setTimeout(resolve, 10));
  });
}
