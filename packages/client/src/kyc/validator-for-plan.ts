import { InvalidArgumentError } from '../errors/oms-error.js';
import { bodyRules, rules } from '../generated/kyc-rules.gen.js';
import type { CustomerUpdateParams, EndorsementName } from '../models.js';
import { shapeOf } from '../request/check-value.js';
import type { KycField } from './field.js';
import { findIssues, sentenceFor } from './find-issues.js';
import type { OnboardingPlan } from './plan.js';
import type { EndorsementPlan } from './plan-alone.js';
import { type KycValidator, validatorOf } from './validators.js';

/** A plan of one endorsement, or of several. In a page, which must not get the rest of a plan, its fields are enough. */
export type KycPlan = Pick<OnboardingPlan, 'fields'> &
  Partial<Pick<OnboardingPlan, 'endorsements'> & Pick<EndorsementPlan, 'endorsement' | 'prerequisites'>>;

/** What a form was filled with: by the paths of the fields, nested as an update is, or the entries of a `FormData`. */
export type KycFormValues = object | Iterable<readonly [string, unknown]>;

/**
 * Makes one update of what a form was filled with: the fields of the plan that have a content, as they were passed, and the
 * endorsements that it is for, so that OMS evaluates them again. Anything else in the values is left out. Of the fields alone, the
 * update names no endorsements.
 *
 * @throws {InvalidArgumentError} when the values are no object.
 */
export function toCustomerUpdate(plan: KycPlan, values: KycFormValues): CustomerUpdateParams {
  if (typeof values !== 'object' || values === null) {
    throw new InvalidArgumentError(
      'values',
      `values must be an object or a FormData; got ${shapeOf(values)}.`,
    );
  }
  const given: object = Symbol.iterator in values ? Object.fromEntries(values) : values;
  const endorsements = requested(plan);
  const update: Record<string, unknown> = endorsements === undefined ? {} : { endorsements };
  for (const field of leaves(plan)) {
    const value = contentOf(field, given);
    if (value !== undefined) place(update, field.path.split('.'), value);
  }
  return update as CustomerUpdateParams;
}

/**
 * Checks what a form was filled with: each field as the spec describes it, and that the required ones of the plan have a content.
 * Its output is the update to send, as {@link toCustomerUpdate} makes it.
 */
// biome-ignore lint/suspicious/noExplicitAny: a library for forms compares it with the type of its values, which may be any.
export function validatorForPlan(plan: KycPlan): KycValidator<CustomerUpdateParams, any> {
  const rule = rules[bodyRules.updateCustomer] ?? {};
  const required = leaves(plan).filter(({ isRequired }) => isRequired);
  return validatorOf((values) => {
    if (typeof values !== 'object' || values === null) return { issues: findIssues(rule, values) };
    const update = toCustomerUpdate(plan, values);
    const absent = required.filter(({ path }) => read(update, path.split('.')) === undefined);
    const issues = [
      ...absent.map(({ path }) => ({
        message: sentenceFor({}, 'required'),
        path: path.split('.').map(keyOf),
        code: 'required' as const,
      })),
      ...findIssues(rule, update),
    ];
    return issues.length > 0 ? { issues } : { value: update };
  });
}

function leaves({ fields }: KycPlan): KycField[] {
  return fields.flatMap((field) => field.parts ?? [field]);
}

/** What has to be named: whatever somebody of ours can do something about. */
function requested({
  endorsements,
  endorsement,
  prerequisites = [],
}: KycPlan): EndorsementName[] | undefined {
  if (endorsements === undefined)
    return endorsement === undefined ? undefined : [...prerequisites, endorsement];
  const open = endorsements.filter(({ actor }) => actor === 'customer' || actor === 'integrator');
  return open.map((plan) => plan.endorsement);
}

/** What a field was filled with; an input that was left empty has no content, and neither has a box that is not ticked. */
function contentOf({ path, choices }: KycField, values: object): unknown {
  const value = read(values, [path]) ?? read(values, path.split('.'));
  if (value === '' || value === null || value === false) return undefined;
  const isTick = choices?.[0]?.value === 'true';
  return isTick && (value === 'true' || value === 'on') ? true : value;
}

function read(values: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>((node, name) => {
    return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
      ? Reflect.get(node, name)
      : undefined;
  }, values);
}

/** Puts a value where its path leads; the names are those of fields, and a number among them is a place in a list. */
function place(
  update: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void {
  const [next] = rest;
  if (next === undefined) {
    update[name] = value;
    return;
  }
  const inner = (update[name] ?? (typeof keyOf(next) === 'number' ? [] : {})) as Record<string, unknown>;
  update[name] = inner;
  place(inner, rest, value);
}

function keyOf(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}
