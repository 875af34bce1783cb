import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import readChangesets from '@changesets/read';
import { compareSpecs } from '../spec-diff/compare-specs.js';
import { printChanges } from '../spec-diff/print-changes.js';
import { baselineFiles, currentFiles, readPackages, readSpecFile } from './baseline.js';
import { type Bump, bumps } from './check-changesets.js';

/** What a changeset tells the users of some packages. */
interface Note {
  readonly packages: string;
  readonly bump: Bump;
  readonly text: string;
}

/** Markdown of what users will notice: what is not released yet, by packages, then each release of the repository below `root`. */
export async function printChangelog(root: string): Promise<string> {
  const notes = (await readChangesets(root)).map(
    ({ summary, releases }): Note => ({
      packages: releases
        .map(({ name }) => name)
        .sort()
        .join(' and '),
      bump: bumps[Math.max(...releases.map(({ type }) => bumps.indexOf(type)))] ?? 'none',
      text: summary,
    }),
  );
  const changes = compareSpecs(
    readSpecFile(join(root, baselineFiles.spec)),
    readSpecFile(join(root, currentFiles.spec)),
  );
  const unreleased = [
    ...[...new Set(notes.map(({ packages }) => packages))].sort().map((packages) =>
      section(
        packages,
        notes.filter((note) => note.packages === packages),
      ),
    ),
    ...(changes.length === 0 ? [] : [`### The spec\n\n${printChanges(changes).trim()}`]),
  ];
  const released = readPackages(root).flatMap(({ name, folder }) => releasesOf(root, name, folder));
  return `${['## Unreleased', ...(unreleased.length === 0 ? ['Nothing yet.'] : unreleased), ...released].join('\n\n')}\n`;
}

/** The notes about some packages, those of the largest change first. */
function section(packages: string, notes: readonly Note[]): string {
  const sorted = [...notes].sort((one, other) => bumps.indexOf(other.bump) - bumps.indexOf(one.bump));
  const items = sorted.map(({ bump, text }) => `- *${bump}* ${text.trim().replace(/\n(?=.)/g, '\n  ')}`);
  return `### ${packages}\n\n${items.join('\n')}`;
}

/** The changelog of a package, its headings a level lower. */
function releasesOf(root: string, name: string, folder: string): string[] {
  const file = join(root, 'packages', folder, 'CHANGELOG.md');
  if (!existsSync(file)) return [];
  const releases = readFileSync(file, 'utf8')
    .replace(/^# .*\n/, '')
    .replace(/^##/gm, '###');
  return [`## ${name}`, releases.trim()];
}
