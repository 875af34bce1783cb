import { createHmac } from 'node:crypto';

/** A secret of the form that OMS uses, made up. */
export const secret = `whsec_${'0123456789abcdef'.repeat(4)}`;
/** The moment all deliveries are signed, and now. */
export const nowSeconds = 1_705_312_860;
export const now = () => nowSeconds * 1000;

/** Computed apart from the code under test. */
export function signatureOf(
  body: string | Uint8Array,
  timestamp: number | string = nowSeconds,
  key: string | Buffer = secret,
  separator = '.',
): string {
  return createHmac('sha256', key).update(`${timestamp}${separator}`).update(body).digest('hex');
}

/** The header of a genuine delivery. */
export function headerOf(
  body: string | Uint8Array,
  timestamp: number | string = nowSeconds,
  key: string | Buffer = secret,
): string {
  return `t=${timestamp},v1=${signatureOf(body, timestamp, key)}`;
}

/** The body of the onboarding guide. */
export const granted = JSON.stringify({
  event: 'customer.endorsement.granted',
  data: { id: 'cst_01H9XaA1iceM4rTn', object: 'customer', endorsements: ['basic', 'cryptoCustody', 'usd'] },
});
