import { refuseUnknownName } from './unknown-name.js';

/** Tells whether a value fits, and what it has to be. */
export type OptionCheck = readonly [isFit: (value: unknown) => boolean, wanted: string];

export const isFunction: OptionCheck = [(value) => typeof value === 'function', 'a function'];
export const isObject: OptionCheck = [(value) => typeof value === 'object' && value !== null, 'an object'];
export const isWholeNumber: OptionCheck = [Number.isSafeInteger, 'a whole number'];

/** Throws TypeError for an option without a check, and for one that does not fit; `kind` completes `… is not`. */
export function checkOptionsBy(
  checks: Readonly<Record<string, OptionCheck>>,
  options: object,
  kind: string,
): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options must be an object');
  refuseUnknownName(options, Object.keys(checks), kind);
  for (const [name, [isFit, wanted]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !isFit(value)) throw new TypeError(`${name} must be ${wanted}`);
  }
}
