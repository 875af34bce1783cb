import { InvalidArgumentError } from '../errors/invalid-argument-error.js';

/**
 * Percent-encodes one value of a path or query.
 *
 * @throws {InvalidArgumentError} naming the parameter, when the text cannot be written as UTF-8.
 */
export function encodeText(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new InvalidArgumentError(
      name,
      `${name} must be well-formed Unicode; it contains half a surrogate pair.`,
    );
  }
}
