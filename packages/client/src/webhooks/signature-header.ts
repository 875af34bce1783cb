import { WebhookError } from './webhook-error.js';

/** What a `Webhook-Signature` header says. */
export interface SignatureHeader {
  /** The text that was signed along, digits only. */
  readonly timestamp: string;
  /** Lower-case hex, one for each secret in use while they are rotated. */
  readonly signatures: readonly string[];
}

const name = 'webhook-signature';
/** A header with more signatures is an attempt to make the receiver work. */
const mostSignatures = 10;
const longestHeader = 1024;

/** Headers as servers give them: `Headers`, a record in any case, or the text of the signature header alone. */
export type WebhookHeaders =
  | string
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Finds the signature header and reads it. Schemes other than `v1` are left alone, everything damaged is refused. */
export function readSignatureHeader(headers: WebhookHeaders): SignatureHeader {
  const text = findHeader(headers);
  if (text.length > longestHeader) throw malformed(`has more than ${longestHeader} characters`);
  const parts = text.split(',').map((part) => part.trim().split('='));
  const valuesOf = (key: string) =>
    parts.filter((part) => part[0] === key).map((part) => part.slice(1).join('='));
  const [timestamp = '', ...more] = valuesOf('t');
  const signatures = valuesOf('v1');
  if (more.length > 0 || !/^\d{1,12}$/.test(timestamp)) throw malformed('needs one t=<unix seconds>');
  if (signatures.length === 0 || signatures.length > mostSignatures) {
    throw malformed(`needs 1 to ${mostSignatures} v1=<hex>`);
  }
  if (!signatures.every((hex) => /^[\da-f]{64}$/.test(hex)))
    throw malformed('has a v1 that is not 64 hex digits');
  return { timestamp, signatures };
}

function findHeader(headers: WebhookHeaders): string {
  const found = typeof headers === 'string' ? headers : lookUp(headers);
  if (Array.isArray(found) && found.length > 1) throw malformed('is there more than once');
  const text = Array.isArray(found) ? found[0] : found;
  if (typeof text === 'string' && text !== '') return text;
  throw new WebhookError(
    'header-missing',
    'There is no Webhook-Signature header. A proxy may have dropped it.',
  );
}

function lookUp(headers: Exclude<WebhookHeaders, string>): unknown {
  if (typeof headers?.get === 'function') return headers.get(name);
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function malformed(what: string): WebhookError {
  return new WebhookError('header-malformed', `The Webhook-Signature header ${what}.`);
}
