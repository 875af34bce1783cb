import { afterAll, describe, expect, test } from 'vitest';
import { builtinsIn } from '../harness/bundle.js';
import { bundleAndRun, sizeTable } from '../harness/bundle-and-run.js';
import { onboarded } from '../harness/onboarded.js';

afterAll(() => void process.stdout.write(`\n${sizeTable()}\n\n`));

const notFound = '404 not_found: GET /customers/{customerId}\n';
const pages: [page: string, output: unknown][] = [
  ['client-page.js', notFound],
  ['sandbox-page.js', 'without a token: 401\n'],
  ['page.js', onboarded.output],
  ['webhooks-page.js', 'verified: customer.created\n'],
];

describe.each(['esbuild', 'vite', 'webpack'])('%s', (bundler) => {
  test.each(pages)(
    'makes a bundle of %s that runs in a page and has nothing of Node',
    async (page, output) => {
      const { warnings, code, ending } = await bundleAndRun(bundler, page, 'browser');
      expect({ warnings, builtins: builtinsIn(code), ...ending }).toEqual({
        warnings: [],
        builtins: [],
        status: 0,
        output,
      });
    },
  );

  test('takes nothing of the client for the webhooks alone', async () => {
    const ofTheClient = /\/auth\/token|api[kK]ey|\/customers|Idempotency-Key/i;
    expect((await bundleAndRun(bundler, 'client-page.js', 'browser')).code).toMatch(ofTheClient);
    expect((await bundleAndRun(bundler, 'webhooks-page.js', 'browser')).code).not.toMatch(ofTheClient);
  });
});

test.each(['esbuild', 'webpack'])('%s makes a server that takes a customer to a wallet', async (bundler) => {
  const { warnings, ending } = await bundleAndRun(bundler, 'server.js', 'node');
  expect(warnings).toEqual([]);
  expect(ending).toEqual(onboarded);
});

test.each(['esbuild', 'webpack'])('%s makes a server of sources that require the client', async (bundler) => {
  const { warnings, ending } = await bundleAndRun(bundler, 'server.cjs', 'node');
  expect(warnings).toEqual([]);
  expect(ending).toEqual({ status: 0, output: notFound.repeat(2) });
});

test('webpack gives import the names of the CommonJS build', async () => {
  const { warnings, code, ending } = await bundleAndRun(
    'webpack, CommonJS build',
    'client-page.js',
    'browser',
  );
  expect(warnings).toEqual([]);
  expect(code).toMatch(/__esModule/);
  expect(ending).toEqual({ status: 0, output: notFound });
});
