import { join } from 'node:path';
import readChangesets from '@changesets/read';
import type { Change, Severity } from '../spec-diff/change.js';
import { highestSeverity } from '../spec-diff/change.js';
import { compareSpecs } from '../spec-diff/compare-specs.js';
import { printChanges } from '../spec-diff/print-changes.js';
import { baselineFiles, currentFiles, type PackageState, readPackages, readSpecFile } from './baseline.js';

/** The size of a release, smallest first. */
export const bumps = ['none', 'patch', 'minor', 'major'] as const;

/** How much of a version a release raises. */
export type Bump = (typeof bumps)[number];

/** Why the pending changesets of the repository below `root` are too small; empty when they are not. */
export async function findReleaseProblems(root: string): Promise<string[]> {
  const changes = compareSpecs(
    readSpecFile(join(root, baselineFiles.spec)),
    readSpecFile(join(root, currentFiles.spec)),
  );
  const changesets = await readChangesets(root);
  const planned = changesets.flatMap(({ releases }) => releases);
  return checkChangesets(readPackages(root), planned, changes);
}

/** What a pending changeset plans. */
export interface PlannedRelease {
  readonly name: string;
  readonly type: Bump;
}

/** Why the planned releases are too small for what changed since the last one; empty when they are not. */
export function checkChangesets(
  packages: readonly PackageState[],
  planned: readonly PlannedRelease[],
  changes: readonly Change[],
): string[] {
  const severity = highestSeverity(changes);
  const states = packages.map((state) => {
    const needed = bumpFor(severity, state.version);
    return { ...state, needed, plan: plannedBump(state.name, planned) };
  });
  const small = states.filter(({ plan, needed }) => isSmaller(plan, needed));
  const silent = states.filter(
    (state) => state.hasOtherApi && state.plan === 'none' && !small.includes(state),
  );
  const tooSmall = small.length === 0 ? [] : [explainSize(small, changes)];
  return [...tooSmall, ...silent.map(({ name }) => unannounced(name))];
}

function plannedBump(name: string, planned: readonly PlannedRelease[]): Bump {
  const own = planned.filter((release) => release.name === name);
  return own.map(({ type }) => type).reduce(larger, 'none');
}

interface SmallRelease {
  readonly name: string;
  readonly plan: Bump;
  readonly needed: Bump;
}

function explainSize(releases: readonly SmallRelease[], changes: readonly Change[]): string {
  const mostSevere = changes.filter(({ severity }) => severity === highestSeverity(changes));
  const lines = releases.map(({ name, plan, needed }) => {
    const planned = plan === 'none' ? 'no release of it is planned' : `the changesets plan a ${plan} one`;
    return `${name} needs a ${needed} release, and ${planned}.`;
  });
  return `The spec changed since the last release:
${lines.join('\n')}

${printChanges(mostSevere)}
Run \`npm run changeset\`, choose that size, and tell integrators; \`npm run spec:diff\` has the words.`;
}

function unannounced(name: string): string {
  return `The public API of ${name} is not the released one, and no changeset says so.
Compare openapi/released/ with its public-api.gen.md, then run \`npm run changeset\` and tell integrators.`;
}

/** The larger of two bumps. */
function larger(left: Bump, right: Bump): Bump {
  return isSmaller(left, right) ? right : left;
}

/** Whether one bump is smaller than another. */
function isSmaller(left: Bump, right: Bump): boolean {
  return bumps.indexOf(left) < bumps.indexOf(right);
}

/** The bump that a change of the spec asks for. Below 1.0.0 a breaking one takes a minor, everything else a patch. */
export function bumpFor(severity: Severity | undefined, version: string): Bump {
  if (severity === undefined) return 'none';
  if (version.startsWith('0.')) return severity === 'breaking' ? 'minor' : 'patch';
  return { breaking: 'major', compatible: 'minor', docs: 'patch' }[severity] as Bump;
}
