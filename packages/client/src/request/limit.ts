import type { ArgumentErrorClass } from './argument-error-class.js';

/** The largest delay a timer takes; a longer one would fire at once. */
const largest = 2 ** 31 - 1;

/** Refuses a limit, of time or of bytes, that is not a positive number a timer can take. */
export function checkLimit(ErrorClass: ArgumentErrorClass, name: string, value: number): number {
  if (typeof value === 'number' && value > 0 && value <= largest) return value;
  throw new ErrorClass(name, `${name} must be a number above 0 and at most ${largest}.`);
}

/** Refuses a number of times that is not 0 to 100. */
export function checkCount(ErrorClass: ArgumentErrorClass, name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= 100) return value;
  throw new ErrorClass(name, `${name} must be a whole number from 0 to 100.`);
}
