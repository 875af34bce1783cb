import { valueAt } from '../../json/json-pointer.js';
import type { BrokenKeyword } from '../../spec/compiled-schemas.js';

/**
 * A made-up body of a recursive schema ends at some depth, and what stands there may lack what it needs. Cuts it off at the
 * nearest place that may be missing. Undefined when that leaves nothing, or when something else is wrong. Properties that are
 * hidden from responses may be missing anywhere.
 */
export function pruneBody(
  body: unknown,
  check: (body: unknown) => BrokenKeyword | undefined,
  hidden: ReadonlySet<string>,
): unknown {
  const pruned = structuredClone(body);
  for (let broken = check(pruned); broken !== undefined; broken = check(pruned)) {
    const { keyword, location, missing } = broken;
    if (missing !== undefined && hidden.has(missing)) return pruned;
    if (keyword !== 'required' && keyword !== 'type') return undefined;
    if (!cutOff(pruned, location)) return undefined;
  }
  return pruned;
}

/** Takes a value out of the object or the list it is in; false for the body as a whole. */
function cutOff(body: unknown, location: readonly string[]): boolean {
  const step = location.at(-1);
  const holder = valueAt(body, location.slice(0, -1));
  if (step === undefined || typeof holder !== 'object' || holder === null) return false;
  if (Array.isArray(holder)) holder.splice(Number(step), 1);
  else Reflect.deleteProperty(holder, step);
  return true;
}
