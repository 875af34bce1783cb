import { safeName } from '../json/json-object.js';
import { didYouMean, MisuseError } from '../option-check.js';
import {
  type EventRuleCode,
  eventRules,
  type RequestRuleCode,
  type ResponseRuleCode,
  requestNotices,
  requestRules,
  requestWarnings,
  responseRules,
} from './message-rules.js';
import { type SchemaRule, schemaRules } from './schema-rules.js';

/**
 * How much a violation matters. `error`: a message breaks the contract. `warning`: probably a mistake of the caller, though
 * the contract allows it. `notice`: worth knowing and nobody's mistake; it never fails a test or a run.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** From the most serious to the least. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** How many there are of each severity. */
export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Counts by severity. */
export function countBySeverity(found: readonly { readonly severity: Severity }[]): SeverityCounts {
  const count = (wanted: Severity) => found.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') };
}

/** The parts of a message that have schemas, with the status of the response to a request that breaks one there. */
const schemaPlaces = {
  'request.body': { status: 422, explanation: 'In the body of a request.' },
  'request.query': { status: 400, explanation: 'In the query of a request.' },
  'request.header': { status: 400, explanation: 'In a header of a request.' },
  'request.path': { status: 400, explanation: 'In the path of a request.' },
  'request.cookie': { status: 400, explanation: 'In a cookie of a request.' },
  'response.body': { explanation: 'In the body of a response.' },
  'response.header': { explanation: 'In a header of a response.' },
  'event.body': { explanation: 'In the body of a webhook event.' },
} as const;

/** A part of a message that a schema of the spec describes. */
export type SchemaCodePlace = keyof typeof schemaPlaces;

/** A stable name for one way of breaking the contract; `oms-mock explain <code>` says what it means. */
export type ViolationCode =
  | `${SchemaCodePlace}.${SchemaRule}`
  | RequestRuleCode
  | ResponseRuleCode
  | EventRuleCode;

/** What a violation means. */
export interface CodeEntry {
  /** Status of the response to a request that breaks it; responses and events have none. */
  readonly status?: number;
  readonly severity: Severity;
  readonly explanation: string;
}

/** Every violation code with its meaning. */
export const codeTable: ReadonlyMap<ViolationCode, CodeEntry> = new Map(
  [...requestEntries(), ...severityEntries(), ...schemaEntries()].map(([code, entry]) => [
    code as ViolationCode,
    entry,
  ]),
);

/** The meaning of a code. */
export function entryOf(code: ViolationCode): CodeEntry {
  const entry = codeTable.get(code);
  if (entry === undefined) throw new Error(`${code} is missing from the table of violation codes`);
  return entry;
}

/** Throws MisuseError for a code there is not. */
export function refuseUnknownCodes(codes: readonly string[]): void {
  const known: readonly string[] = [...codeTable.keys()];
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown === undefined) return;
  const advice = didYouMean(unknown, known) || '; `oms-mock explain` lists all';
  throw new MisuseError(`${safeName(unknown)} is not a violation code${advice}`);
}

function requestEntries(): [string, CodeEntry][] {
  const errors = Object.entries(requestRules).flatMap(([status, rules]) => {
    return Object.entries(rules).map(([code, explanation]): [string, CodeEntry] => {
      return [code, { status: Number(status), severity: 'error', explanation }];
    });
  });
  const warnings = Object.entries(requestWarnings).map(([code, explanation]): [string, CodeEntry] => {
    return [code, { severity: 'warning', explanation }];
  });
  const notices = Object.entries(requestNotices).map(([code, explanation]): [string, CodeEntry] => {
    return [code, { severity: 'notice', explanation }];
  });
  return [...errors, ...warnings, ...notices];
}

function severityEntries(): [string, CodeEntry][] {
  return (['error', 'notice'] as const).flatMap((severity) => {
    const rules = Object.entries({ ...responseRules[severity], ...eventRules[severity] });
    return rules.map(([code, explanation]): [string, CodeEntry] => [code, { severity, explanation }]);
  });
}

function schemaEntries(): [string, CodeEntry][] {
  return Object.entries(schemaPlaces).flatMap(([place, { explanation: where, ...rest }]) => {
    return Object.entries(schemaRules).map(([rule, what]): [string, CodeEntry] => {
      return [`${place}.${rule}`, { ...rest, severity: 'error', explanation: `${where} ${what}` }];
    });
  });
}
