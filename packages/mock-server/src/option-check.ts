import { safeName } from './json/json-object.js';

/** An option, or what a control is called with, is unknown or does not fit; the message says how. */
export class MisuseError extends TypeError {}

/** A text with its full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

/** Whether a value fits, and what it has to be. */
export type OptionCheck = readonly [isFit: (value: unknown) => boolean, wanted: string];

export const isBoolean: OptionCheck = [(value) => typeof value === 'boolean', 'true or false'];
export const isPath: OptionCheck = [(value) => typeof value === 'string', 'the path of a file'];
export const isState: OptionCheck = [
  (value) => typeof value === 'string' || isOnlyFrom(value),
  'the path of a file, or { from }, the path of one that is only read',
];
export const isFunction: OptionCheck = [(value) => typeof value === 'function', 'a function'];
export const isObject: OptionCheck = [(value) => typeof value === 'object' && value !== null, 'an object'];
/** What is wrong with one is said where it is read. */
export const isDialect: OptionCheck = [
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
  'a preset, such as v0.11, or a text or object that says more',
];
export const isRuleList: OptionCheck = [Array.isArray, 'a list of rules'];
export const isCodeList: OptionCheck = [
  (value) => Array.isArray(value) && value.every(isFilled),
  'a list of violation codes, such as request.body.undeclared-property',
];
export const isWholeNumber: OptionCheck = [Number.isSafeInteger, 'a whole number'];

function isOnlyFrom(value: unknown): boolean {
  const { from, ...others } = Object(value) as { readonly from?: unknown };
  return typeof from === 'string' && Object.keys(others).length === 0;
}

/** Whether a text is an absolute URL that HTTP reaches. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Throws MisuseError for an option without a check, and for one that does not fit; `kind` completes `… is not`. */
export function checkOptionsBy(
  checks: Readonly<Record<string, OptionCheck>>,
  options: object,
  kind: string,
): void {
  if (typeof options !== 'object' || options === null) throw new MisuseError('options must be an object');
  refuseUnknownName(options, Object.keys(checks), kind);
  for (const [name, [isFit, wanted]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !isFit(value)) throw new MisuseError(`${name} must be ${wanted}`);
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

/** Webhook endpoints: a URL and a secret each, perhaps the events, and nothing else. */
export const areEndpoints: OptionCheck = [
  (value) => Array.isArray(value) && value.length <= 1000 && value.every(isEndpoint),
  'a list of at most 1,000 { url, secret, events?, enabled? }, each with an http or https URL and a secret in visible ASCII',
];

function isEndpoint(value: unknown): boolean {
  const fields = Object(value) as Readonly<Record<string, unknown>>;
  const { url, secret, events = [], enabled = true, ...others } = fields;
  const isUrl = typeof url === 'string' && isHttpUrl(url);
  const areEvents = Array.isArray(events) && events.every(isFilled);
  const isComplete = isUrl && isVisible(secret) && areEvents && typeof enabled === 'boolean';
  return isComplete && Object.keys(others).length === 0;
}

/**
 * Throws MisuseError for the first name in an object that is not a known one, with the nearest of those if one is near.
 * `kind` completes `… is not`. A name without a value does not count.
 */
export function refuseUnknownName(given: object, known: readonly string[], kind: string): void {
  const [name] =
    Object.entries(given).find(([key, value]) => value !== undefined && !known.includes(key)) ?? [];
  if (name === undefined) return;
  const shown = safeName(name);
  throw new MisuseError(`${shown} is not ${kind}${suggestion(shown, known)}`);
}

function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return ', and there are none';
  return didYouMean(name, known) || ` (known: ${known.join(', ')})`;
}

/** The known name that was probably meant, as the end of a sentence; empty when none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** The name before the first equals sign and the value behind it, of a rule written as text. */
export function nameAndValue(part: string): [name: string, value: string | undefined] {
  const at = part.indexOf('=');
  return at < 0 ? [part, undefined] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

/** More characters than this are no slip of a known name. */
const longestSlip = 64;

/** The known name that is most like another one; undefined when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestSlip) return undefined;
  const near = known
    .map((candidate) => ({ candidate, away: distance(name, candidate) }))
    .filter(({ candidate, away }) => away <= candidate.length * 0.4);
  return near.sort((one, other) => one.away - other.away)[0]?.candidate;
}

/** How many characters have to be put in, taken out or changed to make one name the other, whatever their case. */
function distance(one: string, other: string): number {
  const target = other.toLowerCase();
  let above = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const character of one.toLowerCase()) {
    const row = [(above[0] ?? 0) + 1];
    for (const [index, wanted] of [...target].entries()) {
      const changed = (above[index] ?? 0) + (character === wanted ? 0 : 1);
      row.push(Math.min(changed, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
