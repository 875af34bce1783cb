import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium as launcher } from 'playwright-core';
import type { Summary } from '../harness/summary.js';
import type { Runtime } from './runtime.js';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** It does not look like the worker of a page, in which the client refuses secrets. */
const worker = `
  delete globalThis.WorkerGlobalScope;
  import { run } from '/suite.mjs';
  onmessage = async ({ data }) => postMessage(await run(data));`;
const page = '<!doctype html><title>Suite</title><link rel="icon" href="data:,">';

/** Headless Chromium as installed on the machine; CHROMIUM_PATH names another one. */
export const chromium: Runtime = {
  name: 'Chromium',
  kind: 'web',
  version: async () => {
    const browser = await launchChromium();
    try {
      return browser.version();
    } finally {
      await browser.close();
    }
  },
  run: async (bundle, provided, place) => {
    const [server, browser] = await Promise.all([serve(bundle), launchChromium()]);
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return (await tab.evaluate(place === 'page' ? runInPage : runInWorker, provided)) as Summary;
    } finally {
      await browser.close();
      server.close();
    }
  },
};

/** Starts the Chromium of the machine, with more arguments. */
export function launchChromium(...more: string[]) {
  return launcher.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', ...more] });
}

/** Where the Chromium of the machine is. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place));
  if (path === undefined) throw new Error('Chromium is missing: apt-get install chromium');
  return path;
}

async function runInPage(provided: unknown): Promise<unknown> {
  const suite = '/suite.mjs';
  const { run } = await import(suite);
  return run(provided);
}

function runInWorker(provided: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const suite = new Worker('/worker.mjs', { type: 'module' });
    suite.onmessage = ({ data }) => resolve(data);
    suite.onerror = ({ message }) => reject(new Error(message));
    suite.postMessage(provided);
  });
}

async function serve(bundle: string): Promise<Server> {
  const suite = await readFile(bundle, 'utf8');
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', page],
    '/worker.mjs': ['text/javascript', worker],
    '/suite.mjs': ['text/javascript', suite],
  };
  const server = createServer(({ url = '' }, response) => {
    const [type, text] = files[url] ?? ['text/plain', ''];
    response.writeHead(text === '' ? 404 : 200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
