import { type Rule, rules } from '../generated/kyc-rules.gen.js';

/** What is wrong with a value. Nothing in it quotes the value. */
export interface KycIssue {
  /** A sentence in English, fit for a form; `code` is the key for other languages. */
  readonly message: string;
  /** Names that the spec knows, and positions in lists. */
  readonly path: readonly (string | number)[];
  readonly code: 'required' | 'type' | 'enum' | 'format' | 'pattern' | 'length';
}

/** More would help nobody, and a list may have a million wrong entries. */
const mostIssues = 100;

/** What keeps a value from being as the rule says, the first hundred. */
export function findIssues(rule: Rule, value: unknown): KycIssue[] {
  const issues: KycIssue[] = [];
  visit(rule, value, [], (broken, path, code) => {
    if (issues.length < mostIssues) issues.push({ message: sentenceFor(broken, code), path, code });
    return issues.length < mostIssues;
  });
  return issues;
}

/** Takes note of an issue; false when there are enough. */
type Note = (rule: Rule, path: KycIssue['path'], code: KycIssue['code']) => boolean;

/** Visits a value along its rule; false once there are enough issues. */
function visit(given: Rule, value: unknown, path: KycIssue['path'], note: Note): boolean {
  const rule = given.$ref === undefined ? given : { ...rules[given.$ref], ...given };
  const { type, items, properties = {}, required = [] } = rule;
  if (type !== undefined && typeOf(value) !== type) return note(rule, path, 'type');
  if (typeof value === 'string') return brokenBy(rule, value).every((code) => note(rule, path, code));
  if (Array.isArray(value)) {
    return items === undefined || value.every((item, index) => visit(items, item, [...path, index], note));
  }
  return Object.entries(properties).every(([name, inner]) => {
    const part = ownProperty(value, name);
    if (part !== undefined) return visit(inner, part, [...path, name], note);
    return !required.includes(name) || note(inner, [...path, name], 'required');
  });
}

function ownProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

/** The codes of what a text is not. */
function brokenBy(rule: Rule, text: string): KycIssue['code'][] {
  const { const: only, enum: values, format, pattern, minLength = 0, maxLength } = rule;
  // JSON Schema counts code points.
  const length = minLength > 0 || maxLength !== undefined ? [...text].length : 0;
  const isBroken = {
    enum: (only !== undefined && text !== only) || values?.includes(text) === false,
    format: format !== undefined && !formats[format].isKept(text),
    pattern: pattern !== undefined && !new RegExp(pattern, 'u').test(text),
    length: length < minLength || (maxLength !== undefined && length > maxLength),
  };
  return (['enum', 'format', 'pattern', 'length'] as const).filter((code) => isBroken[code]);
}

/** What a value has to be, in a sentence; the same for what we and what the API find. */
export function sentenceFor(rule: Rule, code: string | undefined): string {
  const { type = 'string', const: only, enum: values = only === undefined ? [] : [only] } = rule;
  const { format, example, minLength = 0, maxLength } = rule;
  if (code === 'required') return 'Is required.';
  if (code === 'type') return typeSentences[type];
  if (code === 'enum' && values.length > 0) return `Must be ${values.join(' or ')}.`;
  if (code === 'format' && format !== undefined) return formats[format].sentence;
  if (code === 'pattern' && example !== undefined) return `Must look like ${example}.`;
  if (code === 'length')
    return `Must have ${minLength} characters or more${maxLength === undefined ? '' : `, at most ${maxLength}`}.`;
  return 'Is not accepted.';
}

const typeSentences = {
  string: 'Must be a text.',
  boolean: 'Must be true or false.',
  object: 'Must be an object.',
  array: 'Must be a list.',
} as const;

const email =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z0-9]+(?:-+[a-z0-9]+)*$/i;

const formats = {
  email: { isKept: (text: string) => email.test(text), sentence: 'Must be an email address.' },
  date: { isKept: isDate, sentence: 'Must be a date that exists, YYYY-MM-DD.' },
  uri: { isKept: isUri, sentence: 'Must be a URL.' },
};

/** A day of the calendar. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastDays = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lastDays[month - 1] ?? 0);
}

const characters = /^(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*$/i;
/** A host in brackets, with a user before and a port after it. */
const addressForm = /^\/{1,2}(?:(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?\[([0-9a-f:.]*)\](?::\d*)?(?=\/|$)/i;

/** A URI with a scheme and something after it, in the characters of RFC 3986. */
function isUri(text: string): boolean {
  const [, rest = '', query = '', fragment = ''] =
    /^[a-z][a-z0-9+.-]*:([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(text) ?? [];
  const [start = '', address] = addressForm.exec(rest) ?? [];
  const isHost = address === undefined || isAddress(address);
  return (
    rest !== '' &&
    isHost &&
    [rest.slice(start.length), query, fragment].every((part) => characters.test(part))
  );
}

function isAddress(address: string): boolean {
  try {
    return new URL(`http://[${address}]`).hostname !== '';
  } catch {
    return false;
  }
}
