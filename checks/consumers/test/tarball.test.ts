import { constants, existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { readPublished, targetsOf } from '../harness/published.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const allowed =
  /^(?:README\.md|LICENSE|package\.json|(?:dist\/)?THIRD-PARTY-LICENSES\.txt|dist\/openapi(?:\.portable)?\.json|dist\/cjs\/package\.json|dist\/studio\/(?:index\.html|main\.css)|skills\/oms\/(?:SKILL|references\/[a-z]+)\.md|dist\/[\w./-]+\.(?:js|d\.ts))$/;

describe.each(['@oms-sdk/client', '@oms-sdk/mock-server'])('the tarball of %s', (name) => {
  const { folder, manifest, files, read } = readPublished(inject('installed'), name);
  const code = files.filter((file) => /\.(?:js|d\.ts)$/.test(file));

  test('holds what was built, the texts, and nothing else', () => {
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
    expect(files.filter((file) => file.endsWith('THIRD-PARTY-LICENSES.txt'))).toHaveLength(1);
    expect(code.length).toBeGreaterThan(20);
  });

  test('names no path of the machine that built it', () => {
    const places = [root, `${homedir()}/`, 'sourceMappingURL='];
    const telling = files.filter((file) => places.some((place) => read(file).includes(place)));
    expect(telling).toEqual([]);
  });

  test('needs no other package and runs nothing when it is installed', () => {
    const { dependencies = {}, optionalDependencies = {}, scripts = {} } = manifest;
    expect({ ...dependencies, ...optionalDependencies }).toEqual({});
    const { peerDependencies = {}, peerDependenciesMeta: about = {} } = manifest;
    expect(Object.keys(peerDependencies).filter((peer) => about[peer]?.optional !== true)).toEqual([]);
    expect(Object.keys(scripts).filter((script) => /install|^prepare$/.test(script))).toEqual([]);
  });

  test('has types beside the code of each entry point', () => {
    expect(Object.keys(manifest.exports)).toContain('.');
    for (const [entry, target] of Object.entries(manifest.exports)) {
      const targets = targetsOf(target);
      for (const [, file] of targets) expect(files, entry).toContain(file);
      const typed = targets.filter(([condition]) => condition.endsWith('types')).length;
      const run = targets.filter(([, file]) => file.endsWith('.js')).length;
      expect(typed, entry).toBe(run);
    }
  });

  test('holds every file that another of its files imports', () => {
    const relativeImport = /(?:from|import|import\(|require\()\s*["'](\.{1,2}\/[^"']*)["']/g;
    const missing = code.flatMap((file) => {
      const specifiers = [...read(file).matchAll(relativeImport)].map(([, specifier = '']) => specifier);
      const path = (specifier: string) => join(folder, dirname(file), specifier);
      const candidates = (specifier: string) =>
        file.endsWith('.d.ts') ? path(specifier).replace(/\.js$/, '.d.ts') : path(specifier);
      return specifiers
        .filter((specifier) => !existsSync(candidates(specifier)))
        .map((to) => `${file} → ${to}`);
    });
    expect(missing).toEqual([]);
  });
});

test('the command of the mock server can be executed', () => {
  const { folder, manifest, read } = readPublished(inject('installed'), '@oms-sdk/mock-server');
  const file = manifest.bin?.['oms-mock'] ?? '';

  expect(read(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(statSync(join(folder, file)).mode & constants.S_IXUSR).not.toBe(0);
});
