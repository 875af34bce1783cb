import { InvalidArgumentError, printable } from '../errors/oms-error.js';
import { bodyRules, type Rule, rules } from '../generated/kyc-rules.gen.js';
import type {
  CustomerCreateParams,
  CustomerUpdateParams,
  ExternalAccountCreateParams,
  TokenCreateParams,
  WalletCreateParams,
  WebhookEndpointCreateParams,
  WebhookEndpointUpdateParams,
} from '../models.js';
import { findIssues, type KycIssue } from './find-issues.js';

/** A validator in the form of [Standard Schema](https://standardschema.dev), version 1. It is synchronous. */
export interface KycValidator<Value, Input = Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: '@oms-sdk/client';
    readonly validate: (value: unknown) => KycResult<Value>;
    readonly types?: { readonly input: Input; readonly output: Value } | undefined;
  };
}

/** The value as it was given, or what is wrong with it. */
export type KycResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | { readonly issues: readonly KycIssue[] };

/** The bodies of requests, by operation. */
export interface RequestBodies {
  createToken: TokenCreateParams;
  createCustomer: CustomerCreateParams;
  updateCustomer: CustomerUpdateParams;
  createWallet: WalletCreateParams;
  createWebhookEndpoint: WebhookEndpointCreateParams;
  updateWebhookEndpoint: WebhookEndpointUpdateParams;
  createExternalAccount: ExternalAccountCreateParams;
}

/** What belongs at a path of an update. */
export type ValueAt<
  Path extends string,
  Whole = CustomerUpdateParams,
> = Path extends `${infer Name}.${infer Rest}`
  ? ValueAt<Rest, NonNullable<PartOf<Whole, Name>>>
  : NonNullable<PartOf<Whole, Path>>;

type PartOf<Whole, Name extends string> = Whole extends readonly (infer Item)[]
  ? Item
  : Name extends keyof Whole
    ? Whole[Name]
    : unknown;

/**
 * Checks one value of a form as the spec describes it, by the path of its field: `residentialAddress.country`,
 * `identifyingInformation.0.number`, or a whole `residentialAddress`.
 *
 * @throws {InvalidArgumentError} when an update has no such field.
 */
export function validatorFor<Path extends string>(path: Path): KycValidator<ValueAt<Path>> {
  const rule = typeof path === 'string' ? ruleAt(path) : undefined;
  if (rule !== undefined) return validatorOfRule(rule);
  const message = `There is no field ${printable(String(path), 64)} in an update of a customer.`;
  throw new InvalidArgumentError('path', message);
}

/** The rule for a path of an update. */
export function ruleAt(path: string): Rule | undefined {
  return path.split('.', 9).reduce<Rule | undefined>(ruleWithin, rules[bodyRules.updateCustomer]);
}

function ruleWithin(rule: Rule | undefined, name: string): Rule | undefined {
  const { items, properties = {} } = (rule?.$ref === undefined ? rule : rules[rule.$ref]) ?? {};
  if (items !== undefined) return /^\d{1,6}$/.test(name) ? items : undefined;
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/**
 * Checks the body of a request as the spec describes it, which is what the mock server checks.
 *
 * @throws {InvalidArgumentError} when the operation has no body.
 */
export function validatorForBody<Operation extends keyof RequestBodies>(
  operation: Operation,
): KycValidator<RequestBodies[Operation]> {
  const names: Readonly<Record<keyof RequestBodies, string>> = bodyRules;
  const rule = Object.hasOwn(names, operation) ? rules[names[operation]] : undefined;
  if (rule === undefined) {
    throw new InvalidArgumentError('operation', `There is no body of ${printable(String(operation), 64)}.`);
  }
  return validatorOfRule(rule);
}

/** A validator around a function; what cannot be read, such as a getter that throws, is refused. */
export function validatorOf<Value, Input = Value>(
  check: (value: unknown) => KycResult<Value>,
): KycValidator<Value, Input> {
  const validate = (value: unknown): KycResult<Value> => {
    try {
      return check(value);
    } catch {
      return { issues: [{ message: 'Cannot be read.', path: [], code: 'type' }] };
    }
  };
  return { '~standard': { version: 1, vendor: '@oms-sdk/client', validate } };
}

function validatorOfRule<Value>(rule: Rule): KycValidator<Value> {
  return validatorOf((value) => {
    const issues = findIssues(rule, value);
    // Without an issue it is what the rule says, and rules and types come from one spec.
    return issues.length > 0 ? { issues } : { value: value as Value };
  });
}
