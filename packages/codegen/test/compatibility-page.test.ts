import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compatibilityPage } from '../src/reference/compatibility-page.js';
import { temporaryFolder } from './spec-copy.js';

const tried = {
  tool: 'Jest',
  package: 'checks/consumers jest',
  by: 'checks/consumers/test/runners.test.ts',
  case: "'jest'",
  tries: 'a recipe',
};

/** A repository that installs jest under an alias and runs it. */
function repository(rows: readonly object[], test = "runs('jest')"): string {
  const root = temporaryFolder();
  const files = {
    'checks/compatibility.json': JSON.stringify({
      sections: [{ title: 'Runners', rows }],
      partsOfOthers: {},
    }),
    'checks/consumers/package.json': '{ "devDependencies": { "jest": "npm:jest@30.5.2" } }',
    'checks/newest/package.json': '{}',
    'checks/oldest/package.json': '{}',
    'checks/consumers/test/runners.test.ts': test,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

test('a row has the version that is pinned and links to the file that runs it', () => {
  expect(compatibilityPage(repository([tried]))).toContain(
    '| Jest | 30.5.2 | a recipe ([runners.test.ts](../../checks/consumers/test/runners.test.ts)) |',
  );
});

test('a tool that is not run has the reason', () => {
  const root = repository([tried, { tool: 'Cypress', notRun: 'it downloads a browser' }]);
  expect(compatibilityPage(root)).toContain('| Cypress | *not run* | it downloads a browser |');
});

test('a package that is installed needs a row', () => {
  expect(() => compatibilityPage(repository([]))).toThrow('has no row for jest of checks/consumers');
});

test('a row needs a package that is installed', () => {
  const rows = [tried, { ...tried, package: 'checks/consumers mocha' }];
  expect(() => compatibilityPage(repository(rows))).toThrow('does not install mocha');
});

test('a row needs the case that it says is run', () => {
  expect(() => compatibilityPage(repository([tried], 'runs nothing'))).toThrow("does not mention 'jest'");
});
