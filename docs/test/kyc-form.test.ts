import { readFileSync } from 'node:fs';
import { OmsClient } from '@oms-sdk/client';
import { explain, planOnboarding, validatorForPlan } from '@oms-sdk/client/kyc';
import { startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { expect, test } from 'vitest';
import { launchBrowser } from './launch-browser.js';
import { serve } from './serve.js';

const guide = readFileSync(new URL('../guides/kyc-form.md', import.meta.url), 'utf8');
const [, script = ''] = /^```js\n(.*?)^```/ms.exec(guide) ?? [];
const wanted = ['basic', 'cryptoCustody'] as const;

test.each([
  ['at a desk', { width: 1280, height: 800 }],
  ['on a phone', { width: 390, height: 844 }],
])(
  'the form of the guide takes a customer from nothing to approval %s, by keyboard alone',
  async (_place, viewport) => {
    const server = await startMockServer({ listen: false });
    const oms = new OmsClient({
      apiKey: 'sk_sdbx_form',
      apiSecret: 'made-up',
      baseUrl: server.url,
      fetch: server.fetch,
    });
    const { id } = await oms.customers.create({ type: 'individual' });
    const plan = async () => planOnboarding(await oms.customers.get(id), wanted);
    const page = `<!doctype html><html lang="en"><title>Form</title><link rel="icon" href="data:,"><form></form>
    <script type="module">
      import { showForm } from './form.js';
      showForm(document.querySelector('form'), await fields(), send);
      document.querySelector('input').focus();
    </script></html>`;
    const site = await serve(
      new Map([
        ['index.html', page],
        ['form.js', script],
      ]),
    );
    const browser = await launchBrowser();
    const tab = await browser.newPage({ viewport, locale: 'en-US' });
    const trouble: string[] = [];
    tab.on('pageerror', (error) => trouble.push(error.message));
    await tab.exposeFunction('fields', async () => (await plan()).fields);
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
    await tab.goto(`${site.url}index.html`);
    await tab.waitForSelector('button');

    await tab.keyboard.press('Enter');
    await tab.waitForSelector('[aria-invalid=true]');
    const invalid = await tab.$$eval('[aria-invalid=true]', (inputs) => inputs.map(({ id: path }) => path));
    expect(invalid).toContain('identifyingInformation.0.number');
    expect(invalid).not.toContain('residentialAddress.line2');
    expect(await tab.textContent('[id="firstName-error"]')).toBe('Is required.');

    for (const { path, kind } of (await plan()).fields.flatMap((field) => field.parts ?? [field])) {
      expect(await focused()).toBe(path);
      const value = path.split('.').reduce<unknown>((node, name) => Object(node)[name], people.complete);
      if (value === true) await tab.keyboard.press('Space');
      else if (kind === 'date') await tab.keyboard.type('05151990');
      else if (typeof value === 'string') await tab.keyboard.type(value);
      // A date has a stop for each of its parts.
      do await tab.keyboard.press('Tab');
      while ((await focused()) === path);
    }
    await tab.keyboard.press('Enter');
    await expect
      .poll(() => tab.$$eval('[aria-invalid=true]', (inputs) => inputs.map(({ id: path }) => path)))
      .toEqual([]);
    await expect.poll(async () => (await plan()).fields).toEqual([]);
    server.sandbox.advance(60_000);

    expect(await plan()).toMatchObject({ isFinal: true, actor: 'nobody' });
    expect(server.violations).toEqual([]);
    expect(trouble).toEqual([]);
    await browser.close();
    site.close();
    await server.close();
  },
);
