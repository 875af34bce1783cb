import { printable } from '../errors/oms-error.js';
import { type ArgumentErrorClass, isPlainObject, shapeOf } from './check-value.js';

/** Less than this share of letters in common is chance. */
const leastLikeness = 0.5;

/**
 * Refuses an option that does not exist: misspelt, it would silently have no effect. The names that exist are the
 * properties of `known`; `null` and `undefined` are no options, and neither is the index that `ids.map(get)` passes.
 */
export function checkNames(ErrorClass: ArgumentErrorClass, options: unknown, known: object): void {
  if (options == null || typeof options === 'number') return;
  if (!isPlainObject(options)) {
    throw new ErrorClass('options', `options must be a plain object; got ${shapeOf(options)}.`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const names = Object.keys(known);
    const likest = names.sort((a, b) => likeness(name, b) - likeness(name, a))[0] ?? '';
    const hint =
      likeness(name, likest) < leastLikeness
        ? `the options are ${names.join(', ')}`
        : `did you mean ${likest}?`;
    throw new ErrorClass(printable(name, 40), `${printable(name, 40)} is not an option; ${hint}`);
  }
}

/** The share of pairs of letters that two names have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const shared = [...a].filter((_, index) => b.includes(a.slice(index, index + 2)));
  return shared.length / Math.max(a.length, b.length);
}
