import type { OmsClient } from '@oms-sdk/client';
import { callsAbout, exampleIds, type KnownIds, type OperationId } from '../calls.js';
import type { LiveSettings } from './read-settings.js';

/** Every operation once: creates come before what uses them, deletions last. */
export const liveOrder: readonly OperationId[] = [
  'createToken',
  'createCustomer',
  'listCustomers',
  'getCustomer',
  'updateCustomer',
  'createWallet',
  'listWallets',
  'getWallet',
  'getWalletBalance',
  'createWebhookEndpoint',
  'listWebhookEndpoints',
  'getWebhookEndpoint',
  'updateWebhookEndpoint',
  'deleteWebhookEndpoint',
  'listExternalAccountSchemas',
  'createExternalAccount',
  'deleteCustomer',
];

const creates: Readonly<Partial<Record<OperationId, keyof KnownIds>>> = {
  createCustomer: 'customerId',
  createWallet: 'walletId',
  createWebhookEndpoint: 'webhookId',
};

/** Calls every operation, on what earlier calls created; errors of the API do not end the walk. */
export async function walkOperations(
  oms: OmsClient,
  { apiKey, apiSecret }: Pick<LiveSettings, 'apiKey' | 'apiSecret'>,
  tell: (operationId: OperationId) => void,
): Promise<void> {
  let known = exampleIds;
  for (const operationId of liveOrder) {
    if (operationId === 'createWallet' && known.customerId !== exampleIds.customerId)
      await waitForCustody(oms, known.customerId);
    const call =
      operationId === 'createToken'
        ? oms.auth.createToken({ apiKey, apiSecret })
        : callsAbout(known)[operationId].resource(oms);
    const { id } = Object(await Promise.resolve(call).catch(() => ({}))) as { readonly id?: unknown };
    const place = creates[operationId];
    if (place !== undefined && typeof id === 'string') known = { ...known, [place]: id };
    tell(operationId);
  }
}

/** Waits for the endorsement that a wallet needs. Without it the walk goes on, and shows what the API says to the wallet. */
async function waitForCustody(oms: OmsClient, customerId: string): Promise<void> {
  const wait = oms.customers.waitForEndorsement(customerId, 'cryptoCustody', { timeoutMs: 30_000 });
  await wait.catch(() => undefined);
}
