import type { MockServerOptions } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectSound, launchBrowser, openPage } from './open-page.js';
import { checksMs, startApp } from './running-app.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { firstName, lastName, email, phone, birthDate } = people.complete;
const address = { line1: 'Example Street 1', city: 'Berlin', zipCode: '10115', country: 'DE' };
const passport = { type: 'passport', issuingCountry: 'DE', number: 'X0000000' };
const person = {
  ...{ firstName, lastName, birthDate, nationality: 'DE', email, phone },
  residentialAddress: address,
  identifyingInformation: [passport],
  signedAgreement: true,
};
const endorsements = ['basic', 'cryptoCustody'] as const;
/** What is typed into the fields that have other texts than their values. */
const typed: Readonly<Record<string, string>> = {
  birthDate: '05151990',
  nationality: 'Germany',
  phone: '+1 (202) 555-0143',
  'residentialAddress.country': 'Germany',
  'identifyingInformation.0.type': 'Passport',
  'identifyingInformation.0.issuingCountry': 'Germany',
};

/** Fills in the step that is shown, with the keyboard alone, and sends it. */
async function fillIn(page: Page, values: object): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const paths = await page.$$eval('fieldset:not([hidden]) :is(input, select)', (inputs) =>
    inputs.map(({ id }) => id),
  );
  for (const path of paths) {
    const value = path.split('.').reduce<unknown>((node, name) => Object(node)[name], values);
    for (let stops = 0; (await focused()) !== path && stops < 8; stops += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe(path);
    if (value === true) await page.keyboard.press('Space');
    else if (value !== undefined) await page.keyboard.type(typed[path] ?? String(value));
  }
  await goOn(page);
}

/** Goes to the button at the end of the step, and presses it. */
async function goOn(page: Page): Promise<void> {
  while ((await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'submit')
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const shows = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The steps of a whole form, each looked at before it is filled in. */
async function fillInAll(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const title of ['About you', 'How to reach you', 'Home address', 'Identity document', 'Agreement']) {
    await shows(page, title);
    if (title !== 'About you') expect(await page.locator('.summary').isVisible()).toBe(false);
    await look(title);
    await fillIn(page, person);
  }
}

type Dialect = NonNullable<MockServerOptions['dialect']>;
const places: readonly [string, BrowserContextOptions, Dialect, refreshMs: number, hasIssues: boolean][] = [
  [
    'at a desk, told by webhooks, with issues',
    { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
    { events: 'v0.11' },
    1e9,
    true,
  ],
  [
    'on a phone in the dark, told by looking',
    { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
    'documented',
    300,
    false,
  ],
];

test.each(places)(
  'from a form to a wallet, %s: wrong entries, a refused field, a rejection, a second try',
  async (place, options, dialect, refreshMs, hasIssues) => {
    const printed = (['debug', 'log', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level),
    );
    const { url, sandbox, accounts, sent, respondOnce } = await startApp(refreshMs, { dialect });
    const page = await openPage(browser, url, options);
    let count = 0;
    const look = (name: string) => {
      count += 1;
      return expectSound(page, `${place.slice(0, 4)}-${String(count).padStart(2, '0')} ${name}`);
    };
    const updates = () => sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    const review = async (status: 'ISSUES' | 'REJECTED', reason?: string) => {
      const [account] = accounts.all();
      for (const endorsement of endorsements)
        sandbox.sandbox.decide(account?.customerId ?? '', endorsement, { status, ...(reason && { reason }) });
      await sandbox.sandbox.delivered();
    };

    await shows(page, 'Open your wallet');
    await look('start');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shows(page, 'About you');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await page.getByRole('link', { name: 'First name is required.' }).waitFor();
    await look('nothing filled in');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('firstName');
    await page.keyboard.press('Shift+Tab');

    const refused = { location: 'body.phone', code: 'unreachable', message: `${phone} is no number.` };
    const refusal = { code: 'validation_failed', message: 'No.', details: [refused] };
    respondOnce('PATCH', Response.json(refusal, { status: 422 }));
    await fillInAll(page, look);
    await page.getByRole('link', { name: 'Phone is not accepted.' }).waitFor();
    await shows(page, 'How to reach you');
    await look('a field refused');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('+12025550144');
    await page.keyboard.press('Enter');
    for (const title of ['Home address', 'Identity document', 'Agreement']) {
      await shows(page, title);
      await goOn(page);
    }
    await shows(page, 'We are checking your details');
    await look('waiting');
    expect(await page.textContent('#announcement')).toBe('Being checked');
    const corrected = { ...person, phone: '+12025550144', endorsements };
    expect(updates()).toEqual([{ ...person, endorsements }, corrected]);

    if (hasIssues) {
      await review('ISSUES');
      await fillInAll(page, async () => undefined);
      await shows(page, 'We are checking your details');
      expect(updates().slice(2)).toEqual([{ ...person, endorsements }]);
    }

    await review('REJECTED', 'The document has expired.');
    await page.getByText('The document has expired.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('notice');
    await look('rejected');
    for (const title of ['About you', 'How to reach you', 'Home address']) {
      await shows(page, title);
      await goOn(page);
    }
    const renewed = { ...passport, number: 'Y1111111' };
    await fillIn(page, { identifyingInformation: [renewed] });
    await shows(page, 'Agreement');
    await goOn(page);
    await shows(page, 'We are checking your details');
    expect(updates().at(-1)).toEqual({ identifyingInformation: [renewed], endorsements });

    sandbox.sandbox.advance(checksMs);
    await sandbox.sandbox.delivered();
    await shows(page, 'Your wallet is ready');
    await look('wallet');
    const [account] = accounts.all();
    expect(await page.textContent('code')).toBe(account?.address);
    expect(await page.textContent('#announcement')).toBe('Done');

    const kept = JSON.stringify([
      accounts.all(),
      printed.map(({ mock }) => mock.calls),
      await page.content(),
    ]);
    for (const value of [lastName, email, phone, birthDate, address.line1, passport.number, renewed.number])
      expect(kept).not.toContain(value);
    sandbox.assertNoViolations();
  },
);

test('a double click starts once', async () => {
  const { url, oms } = await startApp(1e9);
  const page = await openPage(browser, url, {});
  let starts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') starts += 1;
  });
  await page.getByRole('button', { name: 'Get started' }).dblclick();
  await shows(page, 'About you');

  expect(starts).toBe(1);
  expect((await oms.customers.list()).data).toHaveLength(1);
});

test('whose session has ended begins again, and learns why', async () => {
  const { url } = await startApp(1e9);
  const page = await openPage(browser, url, {});
  await page.getByRole('button', { name: 'Get started' }).click();
  await shows(page, 'About you');
  await page.context().clearCookies();
  await fillInAll(page, async () => undefined);
  await shows(page, 'Open your wallet');
  await page.getByText('Your session has ended. Please start again.').waitFor();
  await expectSound(page, 'session ended');
  await page.getByRole('button', { name: 'Get started' }).click();
  await shows(page, 'About you');
});
