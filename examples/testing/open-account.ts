import { type CustomerCreateParams, EndorsementError, type OmsClient } from '@oms-sdk/client';

/** The result of a request for an account. */
export type Account =
  | { readonly state: 'open'; readonly address: string }
  | { readonly state: 'waiting'; readonly missing: readonly string[] };

/** Code of your application: registers a person, waits a little for the checks, and creates a wallet. */
export async function openAccount(
  oms: OmsClient,
  person: Omit<CustomerCreateParams, 'type'>,
  patienceMs: number,
): Promise<Account> {
  const { id } = await oms.customers.create({ type: 'individual', ...person });
  try {
    await oms.customers.waitForEndorsement(id, 'cryptoCustody', { timeoutMs: patienceMs });
  } catch (error) {
    if (error instanceof EndorsementError) return { state: 'waiting', missing: error.missing };
    throw error;
  }
  const { address } = await oms.wallets.create(id, { asset: 'usdc', chain: 'polygon' });
  return { state: 'open', address };
}
