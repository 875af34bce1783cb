import { safeName } from './json/safe-name.js';

/**
 * What to say of the first name in an object that is not a known one, with the nearest of those if one is near; undefined
 * when all are known. `kind` completes `… is not`. A name without a value does not count.
 */
export function unknownName(given: object, known: readonly string[], kind: string): string | undefined {
  const [name] =
    Object.entries(given).find(([key, value]) => value !== undefined && !known.includes(key)) ?? [];
  if (name === undefined) return undefined;
  const shown = safeName(name);
  return `${shown} is not ${kind}${suggestion(shown, known)}`;
}

function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return ', and there are none';
  const [nearest = ''] = [...known].sort((one, other) => distance(name, one) - distance(name, other));
  const isNear = distance(name, nearest) <= nearest.length / 2;
  return isNear ? `; did you mean ${nearest}?` : ` (known: ${known.join(', ')})`;
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
