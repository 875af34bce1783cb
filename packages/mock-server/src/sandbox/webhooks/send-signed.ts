import type {
  AttemptMessages,
  Deliver,
  DeliveryAttempt,
  DeliveryContext,
  DeliveryFailure,
} from './delivery-options.js';
import type { DeliveryTarget } from './webhook-endpoints.js';

/** What came of an attempt. */
export interface Outcome extends Pick<DeliveryAttempt, 'status' | 'failure'> {
  readonly messages: AttemptMessages;
}

/** Sends a body once, signed. The status is 0 when no response came. */
export async function sendSigned(
  deliver: Deliver,
  { id: endpointId, url, secret, isOfPage = false }: DeliveryTarget,
  body: string,
  nowMs: number,
  context: Pick<DeliveryContext, 'signal' | 'responded'>,
): Promise<Outcome> {
  const signed = await signature(body, secret, nowMs);
  const headers = { 'content-type': 'application/json', 'webhook-signature': signed };
  const messages = { headers, body };
  try {
    const received = await deliver(url, body, headers, { ...context, isOfPage, endpointId });
    const response = typeof received === 'object' && received !== null ? received : { status: received };
    const status = Number(response.status) || 0;
    return status === 0
      ? { status, failure: 'unreachable', messages }
      : { status, messages: { ...messages, response } };
  } catch (error) {
    return { status: 0, failure: failureOf(error), messages };
  }
}

const failures: Readonly<Record<string, DeliveryFailure>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
};

/** Why there was no response, as far as what `deliver` rejects with says so. */
function failureOf(error: unknown): DeliveryFailure {
  const { name, code, cause } = Object(error) as { name?: unknown; code?: unknown; cause?: unknown };
  if (name === 'TimeoutError') return 'timeout';
  const ofCause = Object(cause) as { readonly code?: unknown };
  return failures[String(ofCause.code ?? code)] ?? 'unreachable';
}

/** The `Webhook-Signature` of a body: HMAC-SHA256 over `<t>.<body>`, keyed with the whole secret as text. */
async function signature(body: string, secret: string, nowMs: number): Promise<string> {
  const timestamp = Math.floor(nowMs / 1000);
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${timestamp}.${body}`)));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `t=${timestamp},v1=${hex}`;
}
