import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OmsClient } from '@oms-sdk/client';
import { customerFields, explain, planOnboarding, validatorForPlan } from '@oms-sdk/client/kyc';
import { startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundByAxe, launchBrowser } from './launch-browser.js';
import { serve } from './serve.js';

const guide = readFileSync(new URL('../guides/kyc-form.md', import.meta.url), 'utf8');
const blockOf = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(guide)?.[1] ?? '';
const wanted = ['basic', 'cryptoCustody'] as const;

/** Its name begins with a dot, so that the check of the types passes it by. */
const component = fileURLToPath(new URL('.kyc-form.tsx', import.meta.url));
const settings = fileURLToPath(new URL('.tsconfig.kyc-form.json', import.meta.url));
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  writeFileSync(component, blockOf('tsx'));
  const compilerOptions = { jsx: 'react-jsx' };
  writeFileSync(
    settings,
    JSON.stringify({ extends: '../tsconfig.json', compilerOptions, files: ['.kyc-form.tsx'], include: [] }),
  );
});
afterAll(async () => {
  await browser.close();
  rmSync(component);
  rmSync(settings);
});

test('the form in React Hook Form compiles', () => {
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

  expect(spawnSync(process.execPath, [compiler, '-p', settings], { encoding: 'utf8' }).stdout).toBe('');
});

/** Scripts that show the form of the guide in a page, with the functions `fields` and `send` of the page. */
const scripts = {
  'in plain DOM': async () => `${blockOf('js')}
    const form = document.createElement('form');
    document.querySelector('#place').append(form);
    showForm(form, await fields(), send);`,
  'in React Hook Form': async () => {
    const contents = `import { createRoot } from 'react-dom/client';
      import { KycForm } from './.kyc-form.tsx';
      createRoot(document.querySelector('#place')!).render(<KycForm fields={await fields()} send={send} />);`;
    const stdin = {
      contents,
      loader: 'tsx' as const,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    };
    const { outputFiles } = await build({
      stdin,
      ...{ bundle: true, write: false, format: 'esm', target: 'es2022', jsx: 'automatic' },
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    return outputFiles[0]?.text ?? '';
  },
};

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
test.each([
  ['in plain DOM', 'at a desk', desk],
  ['in plain DOM', 'on a phone', phone],
  ['in React Hook Form', 'on a phone', phone],
] as const)(
  'the form of the guide %s takes a customer from nothing to approval %s, by keyboard alone',
  async (kind, _place, options) => {
    const server = await startMockServer({ listen: false });
    const oms = new OmsClient({
      apiKey: 'sk_sdbx_form',
      apiSecret: 'made-up',
      baseUrl: server.url,
      fetch: server.fetch,
    });
    const { id } = await oms.customers.create({ type: 'individual' });
    const plan = async () => planOnboarding(await oms.customers.get(id), wanted);
    const page = `<!doctype html><html lang="en"><title>Form</title><link rel="icon" href="data:,"><main><h1>Form</h1><div id="place"></div></main>
    <script type="module" src="form.js"></script></html>`;
    const site = await serve(
      new Map([
        ['index.html', page],
        ['form.js', await scripts[kind]()],
      ]),
    );
    const tab = await browser.newPage({ ...options, locale: 'en-US' });
    const trouble: string[] = [];
    tab.on('pageerror', (error) => trouble.push(error.message));
    await tab.exposeFunction('fields', async () => customerFields(await plan()));
    await tab.exposeFunction('send', async (values: object) => {
      const result = validatorForPlan(await plan())['~standard'].validate(values);
      if (result.issues) return result.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      const error = await oms.customers.update(id, result.value).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      return explain(error).problems.map(({ field, message }) => ({ path: field.path, message }));
    });
    const focused = () => tab.evaluate(() => document.activeElement?.id);
    const invalid = () => tab.$$eval('[aria-invalid=true]', (inputs) => inputs.map(({ id: path }) => path));
    await tab.goto(`${site.url}index.html`);
    await tab.waitForSelector('button');
    expect(await foundByAxe(tab)).toEqual([]);

    await tab.keyboard.press('Tab');
    expect(await focused()).toBe('firstName');
    await tab.keyboard.press('Enter');
    await tab.waitForSelector('[aria-invalid=true]');
    expect(await invalid()).toContain('identifyingInformation.0.number');
    expect(await invalid()).not.toContain('residentialAddress.line2');
    expect(await tab.textContent('[id="firstName-error"]')).toBe('Is required.');
    expect(await foundByAxe(tab)).toEqual([]);

    for (const { path, kind: ofField } of (await plan()).fields.flatMap((field) => field.parts ?? [field])) {
      expect(await focused()).toBe(path);
      const value = path.split('.').reduce<unknown>((node, name) => Object(node)[name], people.complete);
      if (value === true) await tab.keyboard.press('Space');
      else if (ofField === 'date') await tab.keyboard.type('05151990');
      else if (typeof value === 'string') await tab.keyboard.type(value);
      // A date has a stop for each of its parts.
      do await tab.keyboard.press('Tab');
      while ((await focused()) === path);
    }
    await tab.keyboard.press('Enter');
    await expect.poll(invalid).toEqual([]);
    await expect.poll(async () => (await plan()).fields).toEqual([]);
    server.sandbox.advance(60_000);

    expect(await plan()).toMatchObject({ isFinal: true, actor: 'nobody' });
    expect(server.violations).toEqual([]);
    expect(trouble).toEqual([]);
    await tab.close();
    site.close();
    await server.close();
  },
);
