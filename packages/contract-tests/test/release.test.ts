import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../src/run-example.js';

const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const { minimum, tested, release } = JSON.parse(read('node-versions.json')) as {
  minimum: string;
  tested: string[];
  release: string;
};

describe('the versions of Node come from one table', () => {
  test.each(['package.json', 'packages/client/package.json', 'packages/mock-server/package.json'])(
    '%s asks for the oldest of them',
    (file) => {
      expect(JSON.parse(read(file)).engines).toEqual({ node: `>=${minimum}` });
    },
  );

  test('the releases are made with one of them', () => {
    expect(read('.nvmrc').trim()).toBe(release);
    expect(tested).toContain(release);
  });

  test('the runtimes are all of them', () => {
    const installed = Object.keys(JSON.parse(read('checks/runtimes/package.json')).dependencies);
    expect(installed.filter((name) => /^node-\d+$/.test(name))).toEqual(
      tested.map((version) => `node-${version}`),
    );
  });

  test.each(['README.md', 'packages/client/README.md', 'packages/mock-server/README.md'])(
    '%s names the oldest of them',
    (file) => {
      expect(read(file)).toMatch(new RegExp(`Node(\\.js)? ${minimum.replace('.', '\\.')}`));
    },
  );
});

describe.each(['client', 'mock-server'])('the package %s', (name) => {
  const manifest = JSON.parse(read(`packages/${name}/package.json`)) as {
    name: string;
    exports: Record<string, string | Record<string, unknown>>;
    typesVersions: Record<'*', Record<string, string[]>>;
    scripts: Record<string, string>;
  };

  test('publishes no export condition that leads to a file it does not ship', () => {
    const conditions = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [] : Object.keys(target),
    );
    expect(
      conditions.filter((condition) => !['import', 'require', 'types', 'default'].includes(condition)),
    ).toEqual([]);
  });

  test('is read from its sources here, each entry point of it', () => {
    const { paths } = JSON.parse(read('tsconfig.base.json')).compilerOptions as {
      paths: Record<string, string[]>;
    };
    const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith('.json'));

    expect(
      Object.keys(paths)
        .filter((path) => `${path}/`.startsWith(`${manifest.name}/`))
        .sort(),
    ).toEqual(entries.map((entry) => manifest.name + entry.slice(1)).sort());
  });

  test('has types at each entry point for compilers that do not read exports', () => {
    const entries = Object.keys(manifest.exports).filter((entry) => !['.', './package.json'].includes(entry));
    expect(Object.keys(manifest.typesVersions['*'])).toEqual(entries.map((entry) => entry.slice(2)));
  });

  test('is built before it is packed, also in a fresh clone', () => {
    expect(manifest.scripts['prepack']).toBe(`node ../../scripts/prepack.mjs ${manifest.name}`);
  });
});

const workflows = readdirSync(`${root}.github/workflows`).map((name) => `.github/workflows/${name}`);
const setup = '.github/actions/setup/action.yml';

describe.each([...workflows, setup])('%s', (file) => {
  test('pins every action to a commit', () => {
    const uses = [...read(file).matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);
    const foreign = uses.filter((action) => action !== `./${dirname(setup)}`);

    expect(foreign.length).toBeGreaterThan(0);
    for (const action of foreign) expect(action).toMatch(/^[\w-]+(?:\/[\w-]+)+@[0-9a-f]{40}$/);
  });
});

describe.each(workflows)('the workflow %s', (file) => {
  const jobs = jobsOf(file);

  test('may read and nothing else, unless a job says otherwise', () => {
    expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  test('keeps no credentials in what it checks out', () => {
    for (const job of jobs.filter((job) => job.includes('actions/checkout@'))) {
      expect(job).toContain('persist-credentials: false');
    }
  });

  test('installs with the npm of package.json, and without running scripts', () => {
    for (const job of jobs.filter((job) => /\bnpm (?:ci|install|test|run)\b|\bnode scripts\//.test(job))) {
      expect(job).toContain(`uses: ./${dirname(setup)}\n`);
      expect(job).not.toMatch(/\bnpm (?:ci|install)\b/);
    }
  });
});

test('the set-up of a job installs with the npm of package.json, and runs no script of a dependency', () => {
  expect(read(setup).match(/run: .*/g)).toEqual([
    'run: npm install --global --ignore-scripts "$(jq -r .packageManager package.json)"',
    'run: npm ci --ignore-scripts',
  ]);
  expect(JSON.parse(read('package.json')).packageManager).toMatch(/^npm@\d+\.\d+\.\d+$/);
});

describe('a release', () => {
  const jobs = jobsOf('.github/workflows/release.yml');
  const job = (name: string) => jobs.find((text) => text.startsWith(`${name}:\n`)) ?? '';
  const rights = (text: string) => text.match(/^ {6}[\w-]+: write/gm)?.map((line) => line.trim()) ?? [];

  test('is built and packed by a job without rights', () => {
    expect(job('pack')).toContain('node scripts/pack-release.mjs');
    expect(rights(job('pack'))).toEqual([]);
    expect(job('pack')).not.toContain('environment:');
    expect(job('pack')).not.toContain('secrets.');
  });

  test('is published from files by a job that installs and checks out nothing', () => {
    expect(rights(job('publish'))).toEqual(['id-token: write']);
    expect(job('publish').match(/uses: [\w/-]+/g)).toEqual([
      'uses: actions/setup-node',
      'uses: actions/download-artifact',
    ]);
    expect(job('publish').match(/^ +(?:- run: )?(?:npm|npx|node) .*/gm)).toEqual([
      expect.stringMatching(/^ +npm publish "\.\/\$file" --provenance .*--ignore-scripts$/),
    ]);
  });

  test('needs no token of npm, and only one job can ask for trust', () => {
    expect(jobs.join('')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
    expect(jobs.filter((text) => text.includes('id-token: write'))).toEqual([job('publish')]);
  });

  test('is tagged by a job that runs nothing of the repository', () => {
    expect(rights(job('tag'))).toEqual(['contents: write']);
    expect(job('tag')).not.toMatch(/\b(?:npm|npx|node) |actions\/checkout/);
    expect(job('tag')).toContain('gh release create');
  });

  test('carries the spec in both flavours', () => {
    for (const file of ['openapi.json', 'openapi.portable.json']) {
      expect(read('scripts/pack-release.mjs')).toContain(`'${file}'`);
      expect(job('tag')).toContain(` release/${file}`);
    }
  });

  test('runs no test in a job that may write or publish', () => {
    for (const text of jobs.filter((text) => rights(text).length > 0)) expect(text).not.toMatch(/npm test/);
  });

  test('fails with a sentence while the address of the repository is unset', () => {
    const folder = mkdtempSync(join(tmpdir(), 'oms-unset-'));
    for (const name of ['client', 'mock-server']) {
      const { repository, homepage, bugs, ...manifest } = JSON.parse(read(`packages/${name}/package.json`));
      mkdirSync(join(folder, 'packages', name), { recursive: true });
      writeFileSync(join(folder, 'packages', name, 'package.json'), JSON.stringify(manifest));
    }
    const script = `${root}scripts/pack-release.mjs`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'out'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });

    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      '@oms-sdk/client cannot be released: its package.json has no repository, homepage, bugs.',
    );
  });
});

/** The jobs of a workflow, each from its name to the next. */
function jobsOf(file: string): string[] {
  const [, jobs = ''] = read(file).split(/^jobs:\n/m);
  return jobs.split(/^ {2}(?=[\w-]+:$)/m).filter((job) => /^[\w-]+:\n/.test(job));
}
