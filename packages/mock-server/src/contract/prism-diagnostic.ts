import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { safeName } from '../violations/safe-name.js';

/** What Prism found, without any value from the message. */
export interface Diagnostic {
  /** A keyword of JSON Schema, or the kind of trouble where no schema is concerned. */
  readonly keyword: string | 'security' | 'status' | 'media-type';
  readonly location: readonly string[];
  readonly message: string;
}

/** Prism's own sentences for what no schema says. */
const sentences: readonly [start: string, keyword: Diagnostic['keyword']][] = [
  ['Unable to match the returned status code', 'status'],
  ['The received media type', 'media-type'],
  ['Body parameter is required', 'required'],
];

/** Rewrites a diagnostic: its text can quote names and values from the message. */
export function readDiagnostic(side: 'Request' | 'Response', diagnostic: IPrismDiagnostic): Diagnostic {
  const { code, message } = diagnostic;
  if (code === 401)
    return { keyword: 'security', location: ['header', 'authorization'], message: 'Credentials are needed.' };
  const known = sentences.find(([start]) => message.startsWith(start));
  if (known !== undefined) return { keyword: known[1], location: ['body'], message: 'Is required.' };
  const path = (diagnostic.path ?? ['body']).map(String);
  return schemaDiagnostic(String(code), path, textAfter(prefixOf(side, path), message));
}

/** How Prism begins a message about a place; what follows is ajv's own text. */
function prefixOf(side: string, [part = '', ...below]: readonly string[]): string {
  if (below.length === 0) return `${side} ${part} `;
  return `${side} ${part} ${part === 'body' ? 'property' : 'parameter'} ${below.join('.').trim()} `;
}

function textAfter(prefix: string, message: string): string {
  return message.startsWith(prefix) ? message.slice(prefix.length) : '';
}

function schemaDiagnostic(keyword: string, path: readonly string[], text: string): Diagnostic {
  const location = path.map((segment) => safeName(segment.replaceAll('~1', '/').replaceAll('~0', '~')));
  const missing = /^must have required property '(.*)'$/s.exec(text)?.[1];
  if (missing !== undefined)
    return { keyword, location: [...location, safeName(missing)], message: 'Is required.' };
  const surplus = /(?:; found|:) '(.*)'$/s.exec(text)?.[1];
  if (/^(?:additional|unevaluated)Properties$/.test(keyword) && surplus !== undefined) {
    return {
      keyword,
      location: [...location, safeName(surplus)],
      message: 'Is not a property the spec allows here.',
    };
  }
  return { keyword, location, message: sentenceOf(text, keyword) };
}

function sentenceOf(text: string, keyword: string): string {
  if (!text.startsWith('must ')) return `Breaks \`${keyword}\` of its schema.`;
  const cut = text.length > 300 ? `${text.slice(0, 299)}…` : text;
  return `M${cut.slice(1)}.`;
}
