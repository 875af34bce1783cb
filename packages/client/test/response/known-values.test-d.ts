import type {
  Asset,
  Chain,
  IdentifyingDocument,
  IdentifyingDocumentType,
  Wallet,
  WalletCreateParams,
  WebhookEndpointCreateParams,
  WebhookEventSelector,
} from '@oms-sdk/client';

/* CAN send a known value, and any other text. */
export const known: WalletCreateParams = { asset: 'usdc', chain: 'polygon' };
export const unknown: WalletCreateParams = { asset: 'dai', chain: 'base' };
export const document: IdentifyingDocument = {
  type: 'residencePermit',
  issuingCountry: 'DE',
  number: 'X0000000',
};
export const endpoint: WebhookEndpointCreateParams = {
  url: 'https://app.example.com/oms/webhooks',
  events: ['customer.endorsement.*', 'wallet.depositDetected', 'transaction.completed'],
};

/* CAN read one as text, and compare it with a value that is newer than this spec. */
declare const wallet: Wallet;
export const text: string = wallet.asset;
export const isOnBase: boolean = wallet.chain === 'base';

/* CANNOT send anything but text. */
// @ts-expect-error an asset is a text
export const number: WalletCreateParams = { asset: 1, chain: 'polygon' };

/* CAN name the values that the docs name: each union has them as members, so that editors suggest them. */
type Suggests<Union, Value extends Union> = Extract<Union, Value> extends never ? never : Value;
export const suggestions: [
  Suggests<Asset, 'usdc' | 'btc' | 'eth'>,
  Suggests<Chain, 'polygon' | 'ethereum' | 'solana' | 'bitcoin'>,
  Suggests<IdentifyingDocumentType, 'ssn' | 'itin' | 'driversLicense' | 'passport'>,
  Suggests<WebhookEventSelector, 'customer.endorsement.granted' | 'customer.endorsement.*'>,
] = ['usdc', 'polygon', 'ssn', 'customer.endorsement.granted'];
