import type { ApiResponse } from '../http/message.js';
import { isJsonObject } from '../json/json-object.js';
import type { AttemptMessages, DeliveryResponse } from '../sandbox/webhooks/delivery-options.js';
import type { Spec } from '../spec/spec.js';
import { SpecNode } from '../spec/spec-node.js';
import { walkSpec, writeOnlyNames } from '../spec/spec-walk.js';
import { mask, maskedText, maskedWords } from './mask-words.js';

/** A body as it may be shown. */
export interface MaskedBody {
  /** With values masked; empty where there is none, or none that may be shown. */
  readonly text: string;
  /** Of the body itself. */
  readonly bytes: number;
  /** Why the text is not the whole body. */
  readonly note?: 'cut' | 'not-json' | 'too-large';
}

/** A message as it may be kept. */
export interface MaskedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: MaskedBody;
}

/** The messages of an attempt to deliver, as they may be kept. */
export interface MaskedAttempt {
  readonly request: MaskedMessage;
  /** Missing when none came, or nothing is known of it but its status. */
  readonly response?: MaskedMessage;
}

/** What names credentials and accounts, in any API. */
const secretName = /(?:secret|token|password|api_?key|signature|credentials?|account_?number|iban)$/i;
const longestRead = 1_048_576;
/** So many characters are kept of a body of OMS, or of an event. */
export const longestBody = 65_536;
/** And so many of what a receiver of events responds. */
const longestReceived = 1000;

/** Headers whose values are no secrets; those of `x-oms-…` are this server's own. */
const shownHeaders = new Set(
  `accept accept-encoding accept-language allow cache-control content-encoding content-length content-type date etag
   expect host idempotency-key prefer retry-after server transfer-encoding user-agent vary www-authenticate x-request-id
   x-should-retry`.split(/\s+/),
);

/**
 * Masks what must not be kept of a message: what the spec marks `writeOnly`, credentials, and what the spec does not know,
 * which may be either under another name.
 */
export class Masking {
  readonly #hidden: ReadonlySet<string>;
  readonly #known = new Set<string>();
  /** Properties below which names are of the caller's choice. */
  readonly #open = new Set<string>();

  constructor({ document, operations }: Spec) {
    for (const { parameters } of operations) for (const { name } of parameters) this.#known.add(name);
    const root = SpecNode.of(document);
    this.#hidden = writeOnlyNames(root);
    walkSpec(document, (_, path, isNameMap) => {
      if (isNameMap && path.at(-1) === 'properties')
        this.#learn(path.reduce((node, key) => node.child(key), root));
      return undefined;
    });
  }

  /** A body of which at most so many characters are kept. */
  body(body: string | Uint8Array, longest = Number.POSITIVE_INFINITY): MaskedBody {
    const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
    if (bytes === 0) return { text: '', bytes };
    if (bytes > longestRead) return { text: '', bytes, note: 'too-large' };
    const text = this.#maskedText(typeof body === 'string' ? body : new TextDecoder().decode(body));
    if (text === undefined) return { text: '', bytes, note: 'not-json' };
    return cut(text, bytes, longest);
  }

  /** The body of a response, as JSON is read from it; that of an upstream may be one that nobody can read. */
  responseBody({ body, relayed }: ApiResponse, longest?: number): MaskedBody {
    if (relayed === undefined) return this.body(body, longest);
    return typeof relayed.plainBody === 'string'
      ? { text: '', bytes: body.length, note: 'too-large' }
      : this.body(relayed.plainBody, longest);
  }

  /** An attempt to deliver an event. A receiver responds with what it likes, so that its texts are masked word by word, also in JSON. */
  attempt({ headers, body, response }: AttemptMessages): MaskedAttempt {
    const request = { headers: this.headers(headers), body: this.body(body, longestBody) };
    return response?.headers === undefined && response?.body === undefined
      ? { request }
      : { request, response: this.#received(response) };
  }

  #received({ headers = {}, body = '', isCut = false }: DeliveryResponse): MaskedMessage {
    return { headers: this.headers(headers), body: this.#receivedBody(headers, body, isCut) };
  }

  #receivedBody(headers: ApiResponse['headers'], body: string, isCut: boolean): MaskedBody {
    const read = Buffer.byteLength(body);
    const bytes = isCut ? Math.max(read, declaredBytes(headers)) : read;
    if (read > longestRead) return { text: '', bytes, note: 'too-large' };
    const text = isCut ? undefined : this.#maskedText(body, maskedWords);
    if (text !== undefined) return cut(text, bytes, longestReceived);
    if (body === '' || headers['content-type']?.startsWith('text/plain') !== true)
      return { text: '', bytes, ...(isCut ? { note: 'too-large' } : body !== '' && { note: 'not-json' }) };
    // Of the last word there may be too little to tell what it is.
    const whole = isCut ? body.slice(0, body.lastIndexOf(' ') + 1) : body;
    return { ...cut(maskedText(whole), bytes, longestReceived), ...(isCut && { note: 'cut' }) };
  }

  /** Names of headers are kept, and values that cannot be secrets. */
  headers(headers: ApiResponse['headers']): Record<string, string> {
    const shown = (name: string) => shownHeaders.has(name) || name.startsWith('x-oms-');
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => {
        if (name === 'authorization') return [name, value.replace(/^([a-z]+ )?.*$/is, `$1${mask}`)];
        return [name, shown(name) ? value : mask];
      }),
    );
  }

  /** Path and query, with the values of secrets and unknown parameters masked. */
  target(target: string): string {
    const [path = '', query] = target.split('?', 2);
    if (query === undefined) return path;
    const pairs = [...new URLSearchParams(query)].map(([name, value]) => {
      return this.#known.has(name) && !this.#isSecret(name) ? [name, value] : [name, mask];
    });
    return `${path}?${new URLSearchParams(pairs)}`;
  }

  #learn(properties: SpecNode): void {
    for (const [name, schema] of properties.entries()) {
      this.#known.add(name);
      const { type, additionalProperties, properties: own } = schema.object;
      if (type === 'object' && own === undefined && additionalProperties !== false) this.#open.add(name);
    }
  }

  #maskedText(text: string, after = (value: unknown) => value): string | undefined {
    try {
      return JSON.stringify(after(this.#outermost(JSON.parse(text))));
    } catch {
      return undefined;
    }
  }

  /** What stands under no name at all may be anything. */
  #outermost(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#outermost(item));
    return isJsonObject(value) ? this.#shown(value, false) : this.#masked(value);
  }

  #shown(value: unknown, isOpen: boolean): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#shown(item, isOpen));
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).map(([name, item]) => {
      const isUnknown = !isOpen && !this.#known.has(name);
      if (isUnknown || this.#isSecret(name)) return [name, this.#masked(item)];
      return [name, this.#shown(item, isOpen || this.#open.has(name))];
    });
    return Object.fromEntries(entries);
  }

  /** Keeps the form of a value, and the names that the spec knows. */
  #masked(value: unknown): unknown {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((item) => this.#masked(item));
    if (!isJsonObject(value)) return mask;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [this.#known.has(name) ? name : mask, this.#masked(item)]),
    );
  }

  #isSecret(name: string): boolean {
    return this.#hidden.has(name) || secretName.test(name);
  }
}

/** How long a body is that was not read to its end; 0 where its headers do not say so. */
function declaredBytes(headers: ApiResponse['headers']): number {
  const length = headers['content-encoding'] === undefined ? headers['content-length'] : undefined;
  return Number(length) || 0;
}

function cut(text: string, bytes: number, longest: number): MaskedBody {
  return text.length <= longest ? { text, bytes } : { text: text.slice(0, longest), bytes, note: 'cut' };
}
