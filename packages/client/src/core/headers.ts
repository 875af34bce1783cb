import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/** Headers a caller may give; `null` takes a default away. */
export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;

/** `__proto__` would be lost on its way through plain objects, also in the runtime's own `fetch`. */
const name = /^(?!__proto__$)[!#$%&'*+\-.^_`|~\dA-Z]+$/i;
/** These frame the message or steer the connection, which is the affair of `fetch`; some of its kinds fail on them. */
const framing =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;
const value = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Merges headers, later ones winning, with names in lower case.
 *
 * Everything is checked here because the error of a runtime's own `Headers` quotes the value.
 *
 * @throws {InvalidArgumentError} naming the header, never its value.
 */
export function mergeHeaders(...parts: readonly (HeaderOptions | undefined)[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const part of parts) {
    for (const [key, given] of Object.entries(checkShape(part ?? {}))) {
      const lower = checkName(key).toLowerCase();
      if (given === null) delete merged[lower];
      else if (given !== undefined) merged[lower] = checkValue(lower, given);
    }
  }
  return merged;
}

/** A `Headers`, a `Map` or an array has its headers where `Object.entries` does not see them. */
function checkShape(part: HeaderOptions): HeaderOptions {
  if (typeof part === 'object' && !(Symbol.iterator in part)) return part;
  throw new InvalidArgumentError('headers', "headers must be a plain object, such as { 'x-trace-id': '1' }.");
}

function checkName(key: string): string {
  if (!name.test(key)) {
    throw new InvalidArgumentError(
      'headers',
      `A header name of ${key.length} characters is not a valid HTTP token.`,
    );
  }
  if (framing.test(key)) {
    throw new InvalidArgumentError(
      'headers',
      `The header ${key.toLowerCase()} is set by the connection alone.`,
    );
  }
  if (key.toLowerCase() === 'authorization') {
    throw new InvalidArgumentError(
      'headers',
      'The Authorization header is set by the client. Give apiKey and apiSecret, or the token option, instead.',
    );
  }
  return key;
}

function checkValue(key: string, given: string): string {
  if (typeof given === 'string' && value.test(given)) return given;
  const shape =
    typeof given === 'string' ? 'characters that HTTP does not allow' : `a value of type ${typeof given}`;
  throw new InvalidArgumentError(
    'headers',
    `The header ${key} has ${shape}; give a string without line breaks.`,
  );
}
