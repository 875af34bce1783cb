import { type HeaderLines, joinedHeaders } from './header-lines.js';
import type { Relayed } from './relayed.js';

/** The fields of a relayed response: those of the upstream as they are, save what was put in their place or added since. */
export function relayedHeaderLines(
  headers: Readonly<Record<string, string>>,
  { headerLines }: Relayed,
): HeaderLines {
  const original = joinedHeaders(headerLines);
  const isKept = (name: string) => Object.hasOwn(original, name) && headers[name] === original[name];
  return [
    ...headerLines.filter(([name]) => isKept(name.toLowerCase())),
    ...Object.entries(headers).filter(([name]) => !isKept(name)),
  ];
}
