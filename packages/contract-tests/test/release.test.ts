import { readdirSync, readFileSync } from 'node:fs';
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

describe.each(readdirSync(`${root}.github/workflows`))('the workflow %s', (name) => {
  const workflow = read(`.github/workflows/${name}`);

  test('pins every action to a commit', () => {
    const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action = '']) => action);

    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('may read and nothing else, unless a job says otherwise', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  test('runs no test in a job that may publish', () => {
    const jobs = workflow.split(/^ {2}(?=\w+:$)/m).filter((job) => job.includes('id-token: write'));

    for (const job of jobs) expect(job).not.toMatch(/run: npm test/);
  });
});
