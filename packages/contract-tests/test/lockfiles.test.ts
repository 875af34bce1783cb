import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../src/run-example.js';

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  /** Whether it is part of the archive of another package, whose hash covers it. */
  readonly inBundle?: boolean;
}

/** Folders with dependencies of their own. */
const folders = foldersIn('.', 2).filter((folder) => existsSync(join(root, folder, 'package-lock.json')));

function foldersIn(folder: string, depth: number): string[] {
  if (depth === 0) return [folder];
  const inside = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !/^(?:\..*|node_modules|dist)$/.test(entry.name),
  );
  return [folder, ...inside.flatMap(({ name }) => foldersIn(join(folder, name), depth - 1))];
}

test('updates are proposed for every folder with a lockfile', () => {
  const [, listed = ''] =
    /directories: \[(.*)\]/.exec(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')) ?? [];
  const expected = folders.map((folder) => (folder === '.' ? '/' : `/${folder.replaceAll('\\', '/')}`));

  expect(listed.split(', ').sort()).toEqual(expected.sort());
});

describe.each(folders)('the lockfile of %s', (folder) => {
  const { packages } = JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));

  test('names no registry, so that everybody installs from their own', () => {
    expect(installed.filter(([, { resolved = '' }]) => /^\w+:/.test(resolved))).toEqual([]);
  });

  test('has a hash for every package', () => {
    const fetched = installed.filter(([, { link, inBundle }]) => !link && !inBundle);
    expect(fetched.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
  });
});

test.each(folders.filter((folder) => folder !== '.'))(
  '%s only installs, so nothing runs a script there',
  (folder) => {
    expect(readFileSync(join(root, folder, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
  },
);

test('the root runs the scripts of its own commands, and installs without those of others', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).not.toContain('ignore-scripts');
  expect(Object.keys(scripts).some((name) => name.startsWith('pre'))).toBe(true);
  expect(readFileSync(join(root, 'scripts/install.mjs'), 'utf8')).toContain("'ci', '--ignore-scripts'");
});
