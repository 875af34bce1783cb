import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { acceptBaseline, currentFiles, type PackageState } from '../src/release/baseline.js';
import { printChangelog } from '../src/release/changelog.js';
import { type Bump, bumpFor, checkChangesets, findReleaseProblems } from '../src/release/check-changesets.js';
import type { Change, Severity } from '../src/spec-diff/change.js';
import { root, temporaryFolder } from './spec-copy.js';

const cli = fileURLToPath(new URL('../src/release/cli.ts', import.meta.url));

function problems(severity: Severity | undefined, plan: Bump, state: Partial<PackageState> = {}): string[] {
  const change = { operation: 'GET /a', subject: 'the operation', place: '', message: 'was removed' };
  const changes: Change[] = severity === undefined ? [] : [{ ...change, severity }];
  const packages = [{ name: 'shop', folder: 'shop', version: '0.3.0', hasOtherApi: false, ...state }];
  return checkChangesets(packages, plan === 'none' ? [] : [{ name: 'shop', type: plan }], changes);
}

test.each([
  ['breaking', '0.9.9', 'minor'],
  ['compatible', '0.9.9', 'patch'],
  ['docs', '0.9.9', 'patch'],
  ['breaking', '1.0.0', 'major'],
  ['compatible', '10.0.0', 'minor'],
  ['docs', '2.0.0', 'patch'],
  [undefined, '1.0.0', 'none'],
] as const)('a %s change of version %s asks for a %s release', (severity, version, bump) => {
  expect(bumpFor(severity, version)).toBe(bump);
});

describe('the planned releases', () => {
  test.each([
    ['breaking', 'minor'],
    ['breaking', 'major'],
    ['docs', 'patch'],
    [undefined, 'none'],
  ] as const)('are enough for a %s change with %s', (severity, plan) => {
    expect(problems(severity, plan)).toEqual([]);
  });

  test.each([
    ['breaking', 'patch'],
    ['breaking', 'none'],
    ['compatible', 'none'],
    ['docs', 'none'],
  ] as const)('are too small for a %s change with %s', (severity, plan) => {
    expect(problems(severity, plan)).toEqual([
      expect.stringContaining('- the operation was removed: `GET /a`'),
    ]);
  });

  test('count for the package they name', () => {
    const packages = [{ name: 'other', folder: 'other', version: '0.3.0', hasOtherApi: true }];
    expect(checkChangesets(packages, [{ name: 'shop', type: 'major' }], [])).toHaveLength(1);
  });

  test('count by the largest of them', () => {
    const planned = (['patch', 'minor', 'patch'] as const).map((type) => ({ name: 'shop', type }));
    const packages = [{ name: 'shop', folder: 'shop', version: '0.3.0', hasOtherApi: false }];
    const change = { severity: 'breaking', operation: 'a', subject: 'b', place: '', message: 'c' } as const;
    expect(checkChangesets(packages, planned, [change])).toEqual([]);
  });

  test('must name a package whose public API changed', () => {
    expect(problems(undefined, 'none', { hasOtherApi: true })).toEqual([
      expect.stringContaining('public API of shop'),
    ]);
    expect(problems(undefined, 'patch', { hasOtherApi: true })).toEqual([]);
  });
});

describe('in a repository', () => {
  test('a field that was removed needs a changeset that is large enough', async () => {
    const copy = repositoryCopy();
    expect(await findReleaseProblems(copy)).toEqual([]);

    const file = join(copy, currentFiles.spec);
    const spec = JSON.parse(readFileSync(file, 'utf8'));
    delete spec.components.schemas.Customer.properties.phone;
    writeFileSync(file, JSON.stringify(spec));
    expect(await findReleaseProblems(copy)).toEqual([
      expect.stringContaining('`Customer.phone` is no longer'),
    ]);

    writeChangeset(copy, 'patch');
    expect(await findReleaseProblems(copy)).toEqual([expect.stringContaining('needs a minor release')]);
    writeChangeset(copy, 'minor');
    expect(await findReleaseProblems(copy)).toEqual([]);
  });

  test('the command fails on another public API without a changeset until it is accepted as released', async () => {
    const copy = repositoryCopy();
    writeFileSync(join(copy, 'packages/client/public-api.gen.md'), '# Other\n');
    expect(check(copy)).toMatchObject({ status: 1, stderr: expect.stringContaining('@oms-sdk/client') });
    expect(check(copy, '--accept')).toMatchObject({ status: 0 });
    expect(await findReleaseProblems(copy)).toEqual([]);
  });
});

function check(copy: string, ...args: string[]) {
  const command = ['--import', 'tsx', cli, '--root', copy, ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

/** What the check reads, with nothing changed since the release and no changeset. */
function repositoryCopy(): string {
  const copy = temporaryFolder();
  const ofPackage = ['client', 'mock-server'].map((name) => `packages/${name}`);
  const files = ofPackage.flatMap((folder) => [`${folder}/package.json`, `${folder}/public-api.gen.md`]);
  for (const file of [...files, currentFiles.spec, '.changeset/config.json']) {
    cpSync(join(root, file), join(copy, file));
  }
  acceptBaseline(copy);
  return copy;
}

function writeChangeset(copy: string, bump: Bump): void {
  const folder = join(copy, '.changeset');
  const releases = ['@oms-sdk/client', '@oms-sdk/mock-server'].map((name) => `'${name}': ${bump}\n`);
  writeFileSync(join(folder, 'phone.md'), `---\n${releases.join('')}---\n\nThe phone was removed.\n`);
}

describe('the changelog', () => {
  test('has what is not released yet first, the largest change of a package at its top', async () => {
    const copy = repositoryCopy();
    expect(await printChangelog(copy)).toBe('## Unreleased\n\nNothing yet.\n');

    writeChangeset(copy, 'minor');
    writeFileSync(
      join(copy, '.changeset/a-fix.md'),
      "---\n'@oms-sdk/client': patch\n'@oms-sdk/mock-server': patch\n---\n\nLess memory.\n\nAnd less time.\n",
    );
    writeFileSync(
      join(copy, 'packages/client/CHANGELOG.md'),
      '# @oms-sdk/client\n\n## 0.1.0\n\n### Minor Changes\n\n- Text\n',
    );

    expect(await printChangelog(copy)).toBe(`## Unreleased

### @oms-sdk/client and @oms-sdk/mock-server

- *minor* The phone was removed.
- *patch* Less memory.

  And less time.

## @oms-sdk/client

### 0.1.0

#### Minor Changes

- Text
`);
  });

  test('says what changed in the spec since the last release', async () => {
    const copy = repositoryCopy();
    const file = join(copy, currentFiles.spec);
    const spec = JSON.parse(readFileSync(file, 'utf8'));
    delete spec.components.schemas.Customer.properties.phone;
    writeFileSync(file, JSON.stringify(spec));

    expect(await printChangelog(copy)).toMatch(
      /^## Unreleased\n\n### The spec\n\n\*\*Breaking\*\*\n\n- .*`Customer.phone` is no longer/,
    );
  });
});
