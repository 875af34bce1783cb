import type { HeaderLines, Relayed } from './message.js';

/** The fields by lower-case name; repeated ones are joined with a comma, cookies with a semicolon. */
export function joinedHeaders(lines: HeaderLines): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [written, value] of lines) {
    const name = written.toLowerCase();
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before}${name === 'cookie' ? '; ' : ', '}${value}`);
  }
  return Object.fromEntries(joined);
}

/** The fields from a list in which names and values take turns. */
export function headerPairs(flat: readonly string[]): HeaderLines {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as const] : []));
}

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
