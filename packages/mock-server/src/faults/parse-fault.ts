import { didYouMean, nameAndValue } from '../option-check.js';
import { countFields, faultKinds, fieldChecks, isFaultKind, selectionFields } from './fault-kinds.js';
import { type FaultKind, type FaultRule, FaultRuleError } from './fault-rule.js';

/**
 * Reads a rule written as `kind; field=value; …`, such as `status=503; operation=POST /customers; first=2`. A value right
 * behind the kind is its main field. Throws FaultRuleError, which names the field.
 */
export function parseFault(text: string): FaultRule {
  const [head = '', ...rest] = text.split(';').map((part) => part.trim());
  const [kind, main] = nameAndValue(head);
  checkKind(kind);
  const fields = rest.filter((part) => part !== '').map(namedField);
  const [mainField] = faultKinds[kind].fields;
  if (main !== undefined && mainField === undefined)
    throw new FaultRuleError('kind', `${kind} takes no value`);
  if (main !== undefined && mainField !== undefined) fields.unshift([mainField, main]);
  const repeated = fields.find(([name], index) => fields.findIndex(([other]) => other === name) < index);
  if (repeated !== undefined) throw new FaultRuleError(shown(repeated[0]), 'is given twice');
  return checkFaultRule({ kind, ...Object.fromEntries(fields.map(readField)) });
}

function namedField(part: string): [name: string, text: string] {
  const [name, text] = nameAndValue(part);
  if (text === undefined) throw new FaultRuleError(shown(name), 'has no value; write field=value');
  return [name, text];
}

function readField([name, text]: readonly [string, string]): [name: string, value: unknown] {
  const check = Object.hasOwn(fieldChecks, name) ? fieldChecks[name] : undefined;
  return [name, check === undefined ? text : check.fromText(text)];
}

function shown(name: string): string {
  return Object.hasOwn(fieldChecks, name) ? name : 'one field';
}

/** Name of the request header that has a fault hit just its request, and of the one that marks a response hit by one. */
export const faultHeader = 'x-oms-fault';

/** Reads the value of that header. It needs no conditions, so FaultRuleError is thrown for one. */
export function parseFaultHeader(text: string): FaultRule {
  const rule = parseFault(text);
  if (rule.kind === 'duplicate-delivery')
    throw new FaultRuleError('kind', 'duplicate-delivery is about deliveries, not about a request');
  const condition = selectionFields(rule.kind).find((name) => Object.hasOwn(rule, name));
  if (condition !== undefined)
    throw new FaultRuleError(condition, 'has no meaning in a header, which hits its own request alone');
  return rule;
}

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

function checkKind(kind: unknown): asserts kind is FaultKind {
  if (isFaultKind(kind)) return;
  const known = Object.keys(faultKinds);
  const hint = typeof kind === 'string' ? didYouMean(kind, known) : '';
  throw new FaultRuleError('kind', `must be one of ${known.join(', ')}${hint}`);
}

function checkField(kind: FaultKind, name: string, value: unknown): void {
  const known = [...faultKinds[kind].fields, ...selectionFields(kind)];
  if (!known.includes(name)) {
    // A name nobody knows may be anything, also a value that slipped.
    const shown = Object.hasOwn(fieldChecks, name) ? name : 'one field';
    const hint = didYouMean(name, known);
    throw new FaultRuleError(shown, `does not belong to ${kind}, which has ${known.join(', ')}${hint}`);
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
