import { countFields, faultKinds, fieldChecks, isFaultKind, selectionFields } from './fault-kinds.js';
import { type FaultKind, type FaultRule, FaultRuleError } from './fault-rule.js';

/** A copy of a rule whose every field is right. Throws FaultRuleError for the first that is not. */
export function checkFaultRule(value: unknown): FaultRule {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FaultRuleError('rule', `must be an object with a kind, and is ${shapeOf(value)}`);
  }
  const given = Object.entries(value).filter(([, field]) => field !== undefined);
  const { kind, ...fields } = Object.fromEntries(given);
  checkKind(kind);
  for (const [name, field] of Object.entries(fields)) checkField(kind, name, field);
  for (const name of faultKinds[kind].required ?? []) {
    if (!Object.hasOwn(fields, name))
      throw new FaultRuleError(name, `is missing; ${kind} needs ${fieldChecks[name]?.says}`);
  }
  const counts = countFields.filter((name) => Object.hasOwn(fields, name));
  if (counts.length > 1) throw new FaultRuleError(counts.join(' and '), 'exclude each other; use one');
  return { kind, ...fields } as FaultRule;
}

/** Throws FaultRuleError unless this is the name of a kind. */
export function checkKind(kind: unknown): asserts kind is FaultKind {
  if (!isFaultKind(kind))
    throw new FaultRuleError('kind', `must be one of ${Object.keys(faultKinds).join(', ')}`);
}

function checkField(kind: FaultKind, name: string, value: unknown): void {
  const known = [...faultKinds[kind].fields, ...selectionFields(kind)];
  if (!known.includes(name)) {
    // A name nobody knows may be anything, also a value that slipped.
    const shown = Object.hasOwn(fieldChecks, name) ? name : 'one field';
    throw new FaultRuleError(shown, `does not belong to ${kind}, which has ${known.join(', ')}`);
  }
  const check = fieldChecks[name];
  if (check?.accepts(value) !== true)
    throw new FaultRuleError(name, `must be ${check?.says}, and is ${shapeOf(value)}`);
}

function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  return typeof value === 'number' ? 'another number' : `of type ${typeof value}`;
}
