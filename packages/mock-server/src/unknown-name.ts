import { safeName } from './violations/safe-name.js';

/**
 * What to say of the first name in an object that is not a known one, with the nearest of those; undefined when all are
 * known. `kind` completes `… is not`. A name without a value does not count.
 */
export function unknownName(given: object, known: readonly string[], kind: string): string | undefined {
  const [name] =
    Object.entries(given).find(([key, value]) => value !== undefined && !known.includes(key)) ?? [];
  if (name === undefined) return undefined;
  const shown = safeName(name);
  const near = known.map((candidate) => [distance(shown, candidate), candidate] as const);
  const [, nearest] = near.sort(([one], [other]) => one - other)[0] ?? [];
  return `${shown} is not ${kind}${nearest === undefined ? ', and there are none' : `; did you mean ${nearest}?`}`;
}

/** Throws TypeError for a name that is not a known one; see {@link unknownName}. */
export function refuseUnknownName(given: object, known: readonly string[], kind: string): void {
  const unknown = unknownName(given, known, kind);
  if (unknown !== undefined) throw new TypeError(unknown);
}

/** How many characters have to be put in, taken out or changed to make one name the other, whatever their case. */
function distance(one: string, other: string): number {
  const target = other.toLowerCase();
  let above = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const character of one.toLowerCase()) {
    const row = [(above[0] ?? 0) + 1];
    for (const [index, wanted] of [...target].entries()) {
      const changed = (above[index] ?? 0) + (character === wanted ? 0 : 1);
      row.push(Math.min(changed, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
