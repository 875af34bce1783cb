import type { Change } from '../spec-diff/change.js';
import { mostSevereVerdict, printChanges } from '../spec-diff/print-changes.js';
import type { PackageState } from './baseline.js';
import { type Bump, bumpFor, isSmaller, larger } from './bump.js';

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
  const verdict = mostSevereVerdict(changes);
  const states = packages.map((state) => {
    const needed = bumpFor(verdict, state.version);
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
  const mostSevere = changes.filter(({ verdict }) => verdict === mostSevereVerdict(changes));
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
