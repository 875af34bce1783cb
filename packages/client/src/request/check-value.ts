import type { OmsError } from '../errors/oms-error.js';

/** `ConfigurationError` for an option of the client, `InvalidArgumentError` for an argument of a call. */
export type ArgumentErrorClass = new (name: string, message: string) => OmsError;

/** The longest delay a timer takes; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1;

/** What a message may say about a value that cannot be used: never the value itself. */
export function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `a string of ${value.length} characters`;
  return value === null ? 'null' : typeof value;
}

/** Whether a value keeps its content in properties, unlike a list, a `Map`, a `Headers` or a `URLSearchParams`. */
export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}

/** Whether a value is a string that a header can carry unchanged: not empty, visible ASCII, no white space. */
export function isVisibleAscii(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

/** Refuses a limit, of time or of bytes, that is not a positive number a timer can take. */
export function checkLimit(ErrorClass: ArgumentErrorClass, name: string, value: number): number {
  if (typeof value === 'number' && value > 0 && value <= longestDelayMs) return value;
  throw new ErrorClass(name, `${name} must be a number above 0 and at most ${longestDelayMs}.`);
}

/** Refuses a number of times that is not 0 to 100. */
export function checkCount(ErrorClass: ArgumentErrorClass, name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= 100) return value;
  throw new ErrorClass(name, `${name} must be a whole number from 0 to 100.`);
}

/** Refuses what cannot be called. */
export function checkFunction<F>(
  ErrorClass: ArgumentErrorClass,
  name: string,
  value: F | undefined,
): F | undefined {
  if (value === undefined || typeof value === 'function') return value;
  throw new ErrorClass(name, `${name} must be a function; got ${shapeOf(value)}.`);
}
