import { isHttpUrl } from './addresses.js';
import { refuseUnknownName } from './unknown-name.js';

/** Whether a value fits, and what it has to be. */
export type OptionCheck = readonly [isFit: (value: unknown) => boolean, wanted: string];

export const isBoolean: OptionCheck = [(value) => typeof value === 'boolean', 'true or false'];
export const isPath: OptionCheck = [(value) => typeof value === 'string', 'the path of a file'];
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

/** A whole number in a range. */
export function within(least: number, most: number, wanted: string): OptionCheck {
  return [(value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, wanted];
}

/** Whether it is a text that is not blank. */
export function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** Whether it is a text in visible ASCII. */
export function isVisible(value: unknown): boolean {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}

/** Whether it is the name of a host, or a list of names. */
export function isHostList(value: unknown): boolean {
  const isName = (name: unknown) => typeof name === 'string' && /^[^\s/?#@\\:[\]*]+$/.test(name);
  return [value].flat().every(isName);
}

/** Webhook endpoints: a URL and a secret each, and nothing else. */
export const areEndpoints: OptionCheck = [
  (value) => Array.isArray(value) && value.length <= 1000 && value.every(isEndpoint),
  'a list of at most 1,000 { url, secret }, each with an http or https URL and a secret in visible ASCII',
];

function isEndpoint(value: unknown): boolean {
  const { url, secret, ...others } = Object(value) as Readonly<Record<string, unknown>>;
  const isUrl = typeof url === 'string' && isHttpUrl(url);
  return isUrl && isVisible(secret) && Object.keys(others).length === 0;
}
