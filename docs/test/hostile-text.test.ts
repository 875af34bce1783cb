import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation, SpecModel } from '../../packages/codegen/src/model/spec-model.js';
import { operationPage } from '../../packages/codegen/src/reference/operation-page.js';
import { layout } from '../build/layout.js';
import { parseMarkdown } from '../build/markdown-file.js';
import { render } from '../build/render.js';
import { launchBrowser } from './launch-browser.js';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[press here](javascript:alert(1))',
  '![](https://evil.example/pixel.png)',
  '`<svg onload=alert(1)>`',
  '```\n</code></pre><script>alert(1)</script>\n```',
  'a | b |\n\n# heading\n\n<iframe src="https://evil.example">',
  '"><script>alert(1)</script>',
  '<javascript:alert(1)>',
  "'); alert(1); ('",
  '[x]: https://evil.example "title"',
];

/** An operation that says `text` wherever a spec has room for text. */
function hostile(text: string): Operation {
  const schema = {
    type: 'object',
    description: text,
    properties: { [text]: { type: text, format: text, enum: [text], default: text, pattern: text } },
  };
  const body = { schema, examples: { [text]: { [text]: text } } };
  return {
    key: `POST /${text}`,
    name: `POST /${text}`,
    isEvent: false,
    method: 'POST',
    path: `/${text}`,
    operationId: text,
    summary: text,
    description: text,
    tag: text,
    sources: [text, `https://${text}`],
    parameters: [{ name: text, in: text, description: text, schema, example: text }],
    security: [],
    body,
    requestBody: undefined,
    responses: [
      { status: '200', description: text, body, node: {} },
      { status: text, description: text, body: undefined, node: {} },
    ],
    node: {},
    'x-oms-confidence': text,
    'x-oms-curation': [text],
  };
}

const method = {
  name: 'customers.create',
  parameters: [{ name: 'params', type: 'object', isOptional: false }],
  returnType: 'ApiPromise<Customer>',
  text: '',
};

/** The whole page, with the text in its navigation as well. */
function htmlOf(text: string): string {
  const operation = hostile(text);
  const spec: SpecModel = {
    document: {},
    operations: [operation],
    events: [],
    schemas: {},
    servers: {},
    writeOnlyNames: [],
    resolve: (schema) => schema,
  };
  const methods = [{ ...method, http: `POST /${text}` }];
  const file = parseMarkdown(operationPage(operation, { spec, methods, errors: [] }));
  const page = { source: 'docs/reference/x.md', path: 'reference/x.html', title: text, file };
  const content = render(file, (href) => href);
  return layout(page, content, [{ title: text, pages: [page] }]);
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(attacks)('%j in the spec is text on the page', async (attack) => {
  const page = await browser.newPage();
  const dialogs: string[] = [];
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await page.setContent(htmlOf(attack));
  const active =
    'script:not([src="../site.js"]), img, svg, iframe, object, embed, style, link:not([href^="../"])';
  const found = await page.$$eval(active, (all) => all.map(({ outerHTML }) => outerHTML));
  const handlers = await page.$$eval('*', (all) =>
    all.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on')),
  );
  const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
  const strange = links.filter((href) => !/^(#|x\.html$|\.\.\/|https:\/\/docs\.)/.test(href));
  await page.close();

  expect({ dialogs, found, handlers, strange }).toEqual({
    dialogs: [],
    found: [],
    handlers: [],
    strange: [],
  });
});
