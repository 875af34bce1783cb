import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { safeName } from '../json/safe-name.js';

/** What Prism found, without any value from the message. */
export interface Diagnostic {
  /** A keyword of JSON Schema, or `security`. */
  readonly keyword: string;
  readonly location: readonly string[];
  readonly message: string;
}

const noCredentials: Diagnostic = {
  keyword: 'security',
  location: ['header', 'authorization'],
  message: 'Credentials are needed.',
};

/** How Prism's sentences begin on what is read and judged here before Prism sees it. */
const settled = /^(?:Unable to match the returned status|The received media type|Body parameter is required)/;

/** Rewrites a diagnostic, whose text can quote names and values; undefined for what is judged elsewhere. */
export function readDiagnostic(
  side: 'Request' | 'Response',
  diagnostic: IPrismDiagnostic,
): Diagnostic | undefined {
  const { code, message, path = ['body'] } = diagnostic;
  if (code === 401) return noCredentials;
  if (settled.test(message)) return undefined;
  const prefix = prefixOf(side, path);
  return fromKeyword(String(code), path, message.startsWith(prefix) ? message.slice(prefix.length) : '');
}

/** How Prism begins a message about a place; what follows is ajv's own text. */
function prefixOf(side: string, [part = '', ...below]: readonly string[]): string {
  if (below.length === 0) return `${side} ${part} `;
  return `${side} ${part} ${part === 'body' ? 'property' : 'parameter'} ${below.join('.').trim()} `;
}

function fromKeyword(keyword: string, path: readonly string[], text: string): Diagnostic {
  const place = path.map((segment) => safeName(segment.replaceAll('~1', '/').replaceAll('~0', '~')));
  const named = namedProperty(text);
  const message = sentenceOf(text, keyword);
  return { keyword, location: named === undefined ? place : [...place, safeName(named)], message };
}

/** The property that ajv's text is about, where it is not yet part of the path. */
function namedProperty(text: string): string | undefined {
  const missing = /^must have required property '(.*)'$/s.exec(text)?.[1];
  return (
    missing ?? /^must NOT have (?:additional|unevaluated) properties(?:; found|:) '(.*)'$/s.exec(text)?.[1]
  );
}

/** The texts of ajv speak of the schema alone; any other text is not shown. */
function sentenceOf(text: string, keyword: string): string {
  if (keyword === 'required') return 'Is required.';
  if (/^(?:additional|unevaluated)Properties$/.test(keyword))
    return 'Is not a property the spec allows here.';
  if (!text.startsWith('must ')) return `Breaks \`${keyword}\` of its schema.`;
  const cut = text.length > 300 ? `${text.slice(0, 299)}…` : text;
  return `M${cut.slice(1)}.`;
}
