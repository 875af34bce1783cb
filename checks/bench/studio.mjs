// Measures what Studio costs the mock server: its start, its CPU at 500 calls a second with and without somebody who reads the
// stream, the size of the page, and how soon Chromium paints it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { bytesIn } from './install-size.mjs';
import { callAtRate } from './load.mjs';
import { cpuMs, medianOf, pairedMedian } from './rounds.mjs';
import { printTable } from './table.mjs';

const [starts, rounds, seconds, perSecond] = [3, 9, 3, 500];
const dist = join(import.meta.dirname, '../../packages/mock-server/dist');
const page = join(dist, 'studio');

/** Starts the command; gives the milliseconds until it says where it is. */
async function start(...options) {
  const startedAt = performance.now();
  const command = [join(dist, 'cli.js'), ...options, '--quiet', '--log', 'none', '--port', '0'];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const readyMs = performance.now() - startedAt;
  return { child, readyMs, url: new URL(String(line).trim()) };
}

async function stop(child) {
  child.kill();
  await once(child, 'exit');
}

/** Reads the stream until the signal aborts, as the page does. */
async function readStream({ origin }, signal) {
  const { body } = await fetch(`${origin}/__oms/stream`, { signal });
  for await (const _ of body);
}

/** Headers of calls that are let in. */
async function credentials(url) {
  const body = JSON.stringify({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const { accessToken } = await (await fetch(`${url}/auth/token`, init)).json();
  return { authorization: `Bearer ${accessToken}` };
}

/** Milliseconds of CPU that the server takes for a call. */
async function cpuOf(child, { port }, headers) {
  const before = cpuMs(child.pid);
  const makeCall = () => ({ method: 'GET', path: '/v0.9/customers', headers });
  const { calls } = await callAtRate(port, makeCall, { perSecond, seconds });
  return (cpuMs(child.pid) - before) / calls;
}

/** Start in milliseconds, and CPU of a call with nobody and with somebody who reads, turn by turn on one server. */
async function measure(...options) {
  const readyMs = [];
  for (let count = 0; count < starts; count += 1) {
    const { child, readyMs: ms } = await start(...options);
    readyMs.push(ms);
    await stop(child);
  }
  const { child, url } = await start(...options);
  const headers = await credentials(url);
  await cpuOf(child, url, headers);
  const [alone, read] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await cpuOf(child, url, headers));
    const leaving = new AbortController();
    const reader = readStream(url, leaving.signal).catch(() => undefined);
    await setTimeout(100);
    read.push(await cpuOf(child, url, headers));
    leaving.abort();
    await reader;
  }
  await stop(child);
  const ratio = pairedMedian(read, alone, (one, other) => one / other);
  return [medianOf(readyMs), medianOf(alone), medianOf(read), `${ratio.toFixed(2)} ×`];
}

/** Milliseconds until Chromium has painted the page; nothing where checks/runtimes is not installed. */
async function firstPaintMs() {
  const { chromium } = playwright() ?? {};
  if (chromium === undefined) return undefined;
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const { child, url } = await start('--studio');
  const paints = [];
  for (let count = 0; count < starts; count += 1) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(url.origin);
    await tab.getByText('● live').waitFor();
    paints.push(
      await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
    );
    await context.close();
  }
  await browser.close();
  await stop(child);
  return medianOf(paints);
}

function playwright() {
  try {
    return createRequire(new URL('../runtimes/package.json', import.meta.url))('playwright-core');
  } catch {
    return undefined;
  }
}

printTable(
  `Studio, at ${perSecond} calls a second`,
  ['ready, ms', 'CPU of a call, ms', 'with a reader, ms', 'ratio'],
  [
    ['@oms-sdk/mock-server --no-studio', ...(await measure('--no-studio'))],
    ['@oms-sdk/mock-server --studio', ...(await measure('--studio'))],
  ],
);
const gzipped = readdirSync(page)
  .map((name) => gzipSync(readFileSync(join(page, name)), { level: 9 }).length)
  .reduce((sum, bytes) => sum + bytes, 0);
printTable(
  'The page of Studio',
  ['installed, kB', 'gzip, kB', 'first paint, ms'],
  [['@oms-sdk/mock-server', bytesIn(page) / 1000, gzipped / 1000, await firstPaintMs()]],
);
