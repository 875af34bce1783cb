import type { Customer, CustomerUpdateParams, OmsClient } from '@oms-sdk/client';
import {
  customerFields,
  explain,
  type OnboardingPlan,
  planOnboarding,
  validatorForPlan,
} from '@oms-sdk/client/kyc';
import type { Account } from './accounts.js';
import type { Problem, View } from './view.js';

const wanted = ['basic', 'cryptoCustody'] as const;
const money = { asset: 'usdc', chain: 'polygon' } as const;

/** Leads a person from a form to a wallet. What holds is always read from OMS; nothing of it is kept here. */
export class Onboarding {
  readonly #oms: OmsClient;
  /** Accounts whose form is on its way: one that is sent twice must not be passed on twice. */
  readonly #sending = new Set<string>();

  constructor(oms: OmsClient) {
    this.#oms = oms;
  }

  /** Makes the customer, once. */
  async start(account: Account): Promise<View> {
    const { id: externalId, createKey: idempotencyKey } = account;
    const params = { type: 'individual' as const, externalId, endorsements: [...wanted] };
    account.customerId ??= (await this.#oms.customers.create(params, { idempotencyKey })).id;
    return this.view(account);
  }

  /** How far a person is. Makes the wallet as soon as everything is granted. */
  async view(account: Account): Promise<View> {
    const { customerId } = account;
    if (customerId === undefined) return { step: 'start' };
    const customer = await this.#oms.customers.get(customerId);
    const view = viewOf(customer);
    if (view.step !== 'wallet') return view;
    const { walletKey: idempotencyKey } = account;
    account.address ??= (await this.#oms.wallets.create(customerId, money, { idempotencyKey })).address;
    return { ...view, address: account.address };
  }

  /**
   * Sends what the form was filled with, in one update; returns what is wrong with it. The values are checked, passed on and
   * forgotten.
   */
  async submit(account: Account, values: object, ipAddress: string | undefined): Promise<Problem[]> {
    if (this.#sending.has(account.id)) return [];
    this.#sending.add(account.id);
    try {
      return await this.#submit(account, values, ipAddress);
    } finally {
      this.#sending.delete(account.id);
    }
  }

  async #submit({ customerId }: Account, values: object, ipAddress: string | undefined): Promise<Problem[]> {
    if (customerId === undefined) return [];
    const plan = planOnboarding(await this.#oms.customers.get(customerId), wanted);
    // A form that is sent twice, or late, changes nothing.
    if (plan.actor !== 'customer' && plan.actor !== 'integrator') return [];
    const result = validatorForPlan(plan)['~standard'].validate({ ...values, ipAddress });
    if (result.issues) return result.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return this.#send(customerId, result.value);
  }

  async #send(customerId: string, update: CustomerUpdateParams): Promise<Problem[]> {
    try {
      await this.#oms.customers.update(customerId, update);
      return [];
    } catch (error) {
      const { problems } = explain(error);
      if (problems.length === 0) throw error;
      return problems.map(({ field, message }) => ({ path: field.path, message }));
    }
  }
}

/** What the page may know of a plan: nothing that is for developers. */
function viewOf(customer: Customer): View {
  const plan = planOnboarding(customer, wanted);
  if (plan.unknown.length > 0) console.warn('Requirements that are not understood:', plan.unknown);
  if (plan.endorsements.every(({ status }) => status === 'ACTIVE')) return { step: 'wallet' };
  if (plan.actor === 'nobody') return { step: 'closed', reasons: reasonsOf(plan) };
  if (plan.actor === 'oms') return { step: 'waiting' };
  return { step: 'form', fields: customerFields(plan), reasons: reasonsOf(plan), isAgain: isRefused(plan) };
}

function reasonsOf({ reasons }: OnboardingPlan): string[] {
  return [...new Set(reasons.flatMap(({ forCustomer }) => forCustomer ?? []))];
}

function isRefused({ endorsements }: OnboardingPlan): boolean {
  return endorsements.some(
    ({ status }) => status !== undefined && status !== 'INACTIVE' && status !== 'ACTIVE',
  );
}
