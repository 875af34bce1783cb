import type { Unrecognized } from './models.js';

/**
 * Marks the last branch of an exhaustive `switch` over a response enum: it compiles only when every known value has a
 * branch of its own, and returns the value the API sent that this version of the spec does not know.
 */
export function assertUnrecognized(value: Unrecognized): string {
  return value;
}
