import type { Violation } from './violation.js';

const longest = 2048;

/** The value of `x-oms-violations`: how many there are and each code once, cut to 2 KB. */
export function violationsHeader(violations: readonly Violation[]): string {
  const codes = new Set(violations.map(({ code }) => code));
  const text = [String(violations.length), [...codes].join(', ')].filter((part) => part !== '').join('; ');
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}
