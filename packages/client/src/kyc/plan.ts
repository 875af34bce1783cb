import { InvalidArgumentError } from '../errors/oms-error.js';
import type { Customer, EndorsementName } from '../models.js';
import { isPlainObject } from '../request/check-value.js';
import { mergeFields } from './field.js';
import { type EndorsementPlan, type Properties, planAlone } from './plan-alone.js';

/** What is to be done for several endorsements together, in one form. */
export interface OnboardingPlan
  extends Pick<EndorsementPlan, 'isFinal' | 'actor' | 'fields' | 'reasons' | 'prerequisites' | 'unknown'> {
  /** The plan of each endorsement: `basic` and other prerequisites first, then in the order given. */
  readonly endorsements: readonly EndorsementPlan[];
}

/**
 * Works out what an endorsement of a customer still needs, its prerequisites included, and who has to act. Whatever shape the
 * customer has, nothing in it makes this throw.
 *
 * @throws {InvalidArgumentError} when the customer is no object that can be read, or the name no text.
 */
export function planEndorsement(customer: Customer, endorsement: EndorsementName): EndorsementPlan {
  const plans = plansFor(customer, [endorsement]);
  const { actor, fields, unknown } = merge([...plans.values()]);
  const own = plans.get(endorsement) as EndorsementPlan;
  return { ...own, fields, unknown, actor: own.actor === 'nobody' ? own.actor : actor };
}

/**
 * Merges the plans of the endorsements that you want, and of those that have to be active before them. It is final when each
 * of them is.
 *
 * @throws {InvalidArgumentError} when the customer is no object that can be read, or the names are no list of texts.
 */
export function planOnboarding(customer: Customer, wanted: readonly EndorsementName[]): OnboardingPlan {
  const endorsements = [...plansFor(customer, wanted).values()];
  return {
    endorsements,
    isFinal: endorsements.every(({ isFinal }) => isFinal),
    ...merge(endorsements),
    reasons: endorsements.flatMap(({ reasons }) => reasons),
    prerequisites: [...new Set(endorsements.flatMap(({ prerequisites }) => prerequisites))],
  };
}

/** The plans by name; each after its prerequisites, and stuck where one of them is. */
function plansFor(
  customer: Customer,
  wanted: readonly EndorsementName[],
): ReadonlyMap<EndorsementName, EndorsementPlan> {
  if (!isPlainObject(customer)) throw new InvalidArgumentError('customer', 'customer must be a customer.');
  if (!Array.isArray(wanted) || !wanted.every((name: unknown): boolean => typeof name === 'string')) {
    throw new InvalidArgumentError('endorsement', 'endorsement must be the name of one, or a list of names.');
  }
  const plans = new Map<EndorsementName, EndorsementPlan>();
  const waiting = new Set<EndorsementName>();
  const add = (name: EndorsementName): void => {
    if (plans.has(name) || waiting.has(name)) return;
    const plan = planAlone(customer as unknown as Properties, name);
    waiting.add(name);
    for (const needed of plan.prerequisites) add(needed);
    const isStuck = plan.prerequisites.some((needed) => plans.get(needed)?.actor === 'nobody');
    plans.set(name, isStuck ? { ...plan, actor: 'nobody' } : plan);
  };
  try {
    if (wanted.includes('basic')) add('basic');
    for (const name of wanted) add(name);
  } catch (cause) {
    throw new InvalidArgumentError('customer', 'customer cannot be read: a getter of it throws.', { cause });
  }
  return plans;
}

function merge(plans: readonly EndorsementPlan[]): Pick<EndorsementPlan, 'actor' | 'fields' | 'unknown'> {
  const actors = ['customer', 'integrator', 'oms'] as const;
  const unknown = plans.flatMap((plan) => plan.unknown);
  return {
    actor: actors.find((actor) => plans.some((plan) => plan.actor === actor)) ?? 'nobody',
    fields: mergeFields(plans.map(({ fields }) => fields)),
    unknown: [...new Map(unknown.map((entry) => [entry.pointer, entry])).values()],
  };
}
