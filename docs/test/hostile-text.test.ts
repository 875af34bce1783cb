import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation, SpecModel } from '../../packages/codegen/src/model/spec-model.js';
import { operationPage } from '../../packages/codegen/src/reference/operation-page.js';
import { inlineScripts, withPolicy } from '../.vitepress/policy.js';
import { siteConfig } from '../.vitepress/site-config.js';
import { isReady, launchBrowser } from './launch-browser.js';
import { filesOf, serve } from './serve.js';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[press here](javascript:alert(1))',
  '![](https://evil.example/pixel.png)',
  '![](//evil.example/pixel.png)',
  '`<svg onload=alert(1)>`',
  '```\n</code></pre><script>alert(1)</script>\n```',
  'a | b |\n\n# heading\n\n<iframe src="https://evil.example">',
  '"><script>alert(1)</script>',
  '<javascript:alert(1)>',
  "'); alert(1); ('",
  '[x]: https://evil.example "title"',
  '{{ constructor.constructor("alert(1)")() }}',
  '<b v-html="1" @click="alert(1)">',
  '</script><script>alert(1)</script>',
  '</template></div><script setup>alert(1)</script>',
  '{onclick=alert(1) .a #b}',
  '> [!NOTE] <img src=x onerror=alert(1)>',
  '::: tip <img src=x onerror=alert(1)>\nx\n:::',
  '```"><img/src=x/onerror=alert(1)>\nx\n```',
  '```ts [<img src=x onerror=alert(1)>]\nx\n```\n```ts [b]\ny\n```',
  '<<< ./secret.txt',
  '[[toc]]',
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

const docs = fileURLToPath(new URL('..', import.meta.url));
const cache = join(docs, '.vitepress/cache');
mkdirSync(cache, { recursive: true });
const repository = mkdtempSync(join(cache, 'hostile-'));
let browser: Browser;
let page: Page;
let site: { url: string; close: () => void };

/** Builds the site of a repository whose spec is hostile: each page twice, as codegen writes it and as it writes nothing. */
beforeAll(async () => {
  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'llms.txt': '',
    'openapi/generated/openapi.json': '{"info":{}}',
    'packages/client/package.json': '{}',
    'packages/mock-server/package.json': '{}',
    'docs/.vitepress/config.ts': `import { siteConfig } from '../../../../site-config.js';
      export default siteConfig(${JSON.stringify(repository)});`,
    'docs/README.md': `# Site\n\n## Pages\n\n${attacks.map(entriesOf).join('')}- [Include](include.md)\n`,
    'docs/include.md': '# Include',
    'docs/raw/secret.txt': 'planted secret',
  };
  attacks.forEach((attack, index) => {
    files[`docs/reference/${index}.md`] = pageOf(hostile(attack));
    files[`docs/raw/${index}.md`] =
      `# Raw ${attack}\n\n${attack}\n\n- ${attack}\n\n## ${attack}\n\n| a |\n|---|\n| ${attack} |\n`;
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
  cpSync(join(docs, '.vitepress/theme'), join(repository, 'docs/.vitepress/theme'), { recursive: true });
  execFileSync(process.execPath, [join(docs, 'node_modules/vitepress/bin/vitepress.js'), 'build', 'docs'], {
    cwd: repository,
    stdio: 'pipe',
  });
  [browser, site] = await Promise.all([launchBrowser(), serve(filesOf(join(repository, 'docs/site')))]);
  page = await browser.newPage();
}, 300_000);
afterAll(async () => {
  rmSync(repository, { recursive: true, force: true });
  site?.close();
  await browser?.close();
});

/** Two pages in the navigation, under the first line of the attack. */
function entriesOf(attack: string, index: number): string {
  const name = attack.split('\n')[0]?.replace(/[[\]]/g, '');
  return `- [${name}](reference/${index}.md) \`POST /x\`\n- [${name}](raw/${index}.md)\n`;
}

function pageOf(operation: Operation): string {
  const spec: SpecModel = {
    document: {},
    operations: [operation],
    events: [],
    schemas: {},
    servers: {},
    writeOnlyNames: [],
    resolve: (schema) => schema,
  };
  const methods = [{ ...method, http: operation.key }];
  return operationPage(operation, { spec, methods, errors: [] });
}

test.each(attacks)('%j in the spec is text on the page', async (attack) => {
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('dialog', async (dialog) => {
    trouble.push(dialog.message());
    await dialog.dismiss();
  });
  const index = attacks.indexOf(attack);
  for (const path of [`reference/${index}.html`, `raw/${index}.html`]) {
    await page.goto(site.url + path);
    await isReady(page);
    const active =
      'img:not(.logo), svg, iframe, object, embed, style, template, [v-html], script[src]:not([src^="/assets/"])';
    const found = await page.$$eval(active, (all) => all.map(({ outerHTML }) => outerHTML));
    const scripts = await page.$$eval('script:not([src])', (all) =>
      all.map(({ textContent }) => textContent),
    );
    const handlers = await page.$$eval('*', (all) =>
      all.flatMap((element) => element.getAttributeNames()).filter((name) => /^(on|@|v-)/.test(name)),
    );
    const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
    const strange = links.filter((href) => !/^(#|\/|https:\/\/)/.test(href));
    expect({ path, trouble, found, scripts, handlers, strange }).toEqual({
      path,
      trouble: [],
      found: [],
      scripts: inlineScripts,
      handlers: [],
      strange: [],
    });
    expect(await page.textContent('body')).not.toContain('planted secret');
    expect(await page.textContent('main')).toMatch(/Sources|Raw/);
  }
  page.removeAllListeners();
});

test('a page that would have VitePress include a file stops the build', () => {
  writeFileSync(
    join(repository, 'docs/include.md'),
    'Text\n\n```\n<!-- @include: ./raw/secret.txt -->\n```\n',
  );
  const { rewrites } = siteConfig(repository);

  expect(() => typeof rewrites === 'function' && rewrites('docs/include.md')).toThrow(
    'asks VitePress to include',
  );
});

test('a script that VitePress did not write stops the build', () => {
  const pageWith = (script: string) => `<head><meta charset="utf-8">${script}</head><body></body>`;
  const known = inlineScripts.map((script) => `<script>${script}</script>`).join('');

  expect(withPolicy(pageWith(known))).toContain("script-src 'self' 'sha256-");
  for (const script of [
    '<script id="check-mac-os">alert(1)</script>',
    '<SCRIPT type=module>alert(1)</SCRIPT >',
  ])
    expect(() => withPolicy(pageWith(known + script))).toThrow('alert(1)');
});
