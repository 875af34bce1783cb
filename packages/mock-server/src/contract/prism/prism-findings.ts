import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { safeName } from '../../json/json-object.js';
import type { Operation } from '../../spec/operation.js';
import type { SchemaCodePlace } from '../../violations/code-table.js';
import { ruleOf, schemaSentence } from '../../violations/schema-rules.js';
import type { Finding } from '../../violations/violation.js';

const noCredentials: Finding = {
  code: 'request.security',
  location: ['header', 'authorization'],
  message: 'Credentials are needed.',
};

/** How Prism's sentences begin on what is read and checked here before Prism sees it. */
const settled = /^(?:Unable to match the returned status|The received media type|Body parameter is required)/;

/**
 * What Prism found, under our code, with parameter names as the spec writes them and without any value from the message:
 * its own text can quote names and values. Empty for what is checked elsewhere.
 */
export function readDiagnostic(
  direction: 'request' | 'response',
  operation: Operation,
  { code: keyword, message, path = ['body'] }: IPrismDiagnostic,
): Finding[] {
  if (keyword === 401) return [noCredentials];
  if (settled.test(message)) return [];
  const prefix = prefixOf(direction, path);
  const text = message.startsWith(prefix) ? message.slice(prefix.length) : '';
  const location = spelled(operation, placeOf(path, text));
  const code = `${direction}.${location[0]}` as SchemaCodePlace;
  return [
    { code: `${code}.${ruleOf(String(keyword))}`, location, message: schemaSentence(String(keyword), text) },
  ];
}

/** How Prism begins a message about a place; what follows is ajv's own text. */
function prefixOf(direction: string, [part = '', ...below]: readonly string[]): string {
  const side = direction === 'request' ? 'Request' : 'Response';
  if (below.length === 0) return `${side} ${part} `;
  return `${side} ${part} ${part === 'body' ? 'property' : 'parameter'} ${below.join('.').trim()} `;
}

function placeOf(path: readonly string[], text: string): string[] {
  const place = path.map((segment) => safeName(segment.replaceAll('~1', '/').replaceAll('~0', '~')));
  const named = namedProperty(text);
  return named === undefined ? place : [...place, safeName(named)];
}

/** The property that ajv's text is about, where it is not yet part of the path. */
function namedProperty(text: string): string | undefined {
  const missing = /^must have required property '(.*)'$/s.exec(text)?.[1];
  return (
    missing ?? /^must NOT have (?:additional|unevaluated) properties(?:; found|:) '(.*)'$/s.exec(text)?.[1]
  );
}

/** Prism writes the names of parameters in lower case. */
function spelled({ parameters }: Operation, location: readonly string[]): readonly string[] {
  const [place, name] = location;
  if (place === 'body' || place === 'header' || name === undefined) return location;
  const parameter = parameters.find((known) => known.place === place && known.name.toLowerCase() === name);
  return [place ?? '', parameter?.name ?? name, ...location.slice(2)];
}
