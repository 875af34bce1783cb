import type { Verdict } from '../spec-diff/change.js';

/** The size of a release, smallest first. */
const bumps = ['none', 'patch', 'minor', 'major'] as const;

/** How much of a version a release raises. */
export type Bump = (typeof bumps)[number];

/** The larger of two bumps. */
export function larger(left: Bump, right: Bump): Bump {
  return isSmaller(left, right) ? right : left;
}

/** Whether one bump is smaller than another. */
export function isSmaller(left: Bump, right: Bump): boolean {
  return bumps.indexOf(left) < bumps.indexOf(right);
}

/** The bump that a change of the spec asks for. Below 1.0.0 a breaking one takes a minor, everything else a patch. */
export function bumpFor(verdict: Verdict | undefined, version: string): Bump {
  if (verdict === undefined) return 'none';
  if (version.startsWith('0.')) return verdict === 'breaking' ? 'minor' : 'patch';
  return { breaking: 'major', compatible: 'minor', docs: 'patch' }[verdict] as Bump;
}
