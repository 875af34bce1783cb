import { safeName } from '../json/safe-name.js';

/** A place in a message as a chain of steps: made for every value, spelled out for the few that are reported. */
export interface Place {
  readonly above: Place | undefined;
  readonly step: string;
}

/** The steps from the outside in, fit to be shown. */
export function locationOf(place: Place): string[] {
  const steps: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.above) steps.push(safeName(at.step));
  return steps.reverse();
}
