import { checkJsonText } from './check-json-text.js';
import { safeName } from './safe-name.js';

/** What came of reading JSON. */
export type JsonReading = { readonly value: unknown } | JsonFailure;

/** Why a text is not acceptable JSON. */
export interface JsonFailure {
  readonly reason: 'malformed' | 'duplicate-key' | 'too-deep';
  /** Path to the place, as far as it is known. */
  readonly location: readonly string[];
  readonly message: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads JSON and refuses what other parsers could read otherwise. Never throws and never quotes the text. */
export function readJson(source: Uint8Array | string): JsonReading {
  const text = typeof source === 'string' ? source : decode(source);
  if (text === undefined) return malformed('Is not UTF-8.');
  if (text.startsWith('\uFEFF')) return malformed('Begins with a byte order mark.');
  try {
    const value: unknown = JSON.parse(text);
    return checkText(text) ?? { value };
  } catch {
    return malformed('Is not JSON.');
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function checkText(text: string): JsonFailure | undefined {
  const finding = checkJsonText(text);
  if (finding === undefined) return undefined;
  const { reason, location } = finding;
  const message =
    reason === 'too-deep' ? 'Nests more than 200 levels deep.' : 'Is there twice in one object.';
  return { reason, location: location.slice(0, 10).map(safeName), message };
}

function malformed(message: string): JsonFailure {
  return { reason: 'malformed', location: [], message };
}
