import type { HeaderOptions } from '../options.js';
import { type ArgumentErrorClass, isPlainObject, shapeOf } from './check-value.js';

/** `__proto__` would be lost on its way through plain objects, also in the runtime's own `fetch`. */
const name = /^(?!__proto__$)[!#$%&'*+\-.^_`|~\da-z]+$/;
/** These frame the message or steer the connection. `fetch` sets them, and some implementations fail on them. */
const framing =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;
const value = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Merges headers, later ones winning, with names in lower case.
 *
 * Everything is checked here because the error of a runtime's own `Headers` quotes the value. The `ErrorClass` that is
 * thrown names the header, never its value.
 */
export function mergeHeaders(
  ErrorClass: ArgumentErrorClass,
  ...parts: readonly HeaderOptions[]
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const part of parts) {
    if (!isPlainObject(part)) {
      throw new ErrorClass('headers', 'headers must be a plain object.');
    }
    for (const [key, given] of Object.entries(part)) {
      const lower = key.toLowerCase();
      const problem = problemOf(lower, given);
      if (problem !== undefined) throw new ErrorClass('headers', problem);
      if (given === null) delete merged[lower];
      else if (given !== undefined) merged[lower] = given;
    }
  }
  return merged;
}

function problemOf(key: string, given: unknown): string | undefined {
  if (!name.test(key)) return `A header name of ${key.length} characters is not a valid HTTP token.`;
  if (framing.test(key)) return `The header ${key} is set by the connection and cannot be changed.`;
  if (key === 'authorization') {
    return 'The Authorization header is set by the client. Pass apiKey and apiSecret, or token.';
  }
  const isText = typeof given === 'string';
  if (given == null || (isText && value.test(given))) return undefined;
  const shape = isText ? 'a character that HTTP does not allow' : shapeOf(given);
  return `The header ${key} must be a string without line breaks; got ${shape}.`;
}
