/** What makes a parsed file dangerous to code that walks it, and the line it is probably on. */
export interface Unsafe {
  readonly reason: string;
  /** 1-based. */
  readonly line: number;
}

/** What is wrong with a value, and what the line about it looks like. */
interface Flaw {
  readonly reason: string;
  readonly pattern: RegExp;
}

/** Names that every object has, so that a look-up by one of them finds what no spec wrote. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Finds what YAML can express and a spec does not need: the same object in two places, which can grow without end or
 * contain itself; names that every object inherits; references that are no text or lead to such a name; and characters
 * that make generated code look different from what it is.
 */
export function findUnsafe(text: string, parsed: unknown): Unsafe | undefined {
  const seen = new Set<object>();
  const queue: unknown[] = [parsed];
  for (let index = 0; index < queue.length; index += 1) {
    const value = queue[index];
    const flaw = flawOf(value, seen);
    if (flaw !== undefined) return { reason: flaw.reason, line: lineOf(flaw.pattern, text) };
    if (typeof value !== 'object' || value === null) continue;
    seen.add(value);
    for (const entry of Object.entries(value)) queue.push(...entry);
  }
  return undefined;
}

function flawOf(value: unknown, seen: ReadonlySet<object>): Flaw | undefined {
  if (typeof value === 'string') return flawOfText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (seen.has(value))
    return { reason: 'A YAML alias repeats an object or a list; use $ref', pattern: alias };
  const name = Object.keys(value).find((key) => inherited.has(key));
  if (name !== undefined)
    return { reason: `Every object inherits the name "${name}"; use another`, pattern: mark(name) };
  return Object.hasOwn(value, '$ref') ? flawOfReference((value as { $ref?: unknown }).$ref) : undefined;
}

/** Characters that reorder the text around them: in the types and in the documentation they could hide code. */
function flawOfText(text: string): Flaw | undefined {
  const [character] = /[\u202a-\u202e\u2066-\u2069]/.exec(text) ?? [];
  if (character === undefined) return undefined;
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  const pattern = new RegExp(`${character}|\\\\u${code}`, 'i');
  return { reason: `The character U+${code} changes the direction of text; remove it`, pattern };
}

function flawOfReference(reference: unknown): Flaw | undefined {
  // A schema may have a property of this name.
  if (typeof reference === 'object' && reference !== null && !Array.isArray(reference) && 'type' in reference)
    return undefined;
  const pattern = mark('$ref', reference);
  if (typeof reference !== 'string' || reference === '')
    return { reason: 'A $ref is not a text that names something', pattern };
  if (!reference.split(/[/#.]/).some((segment) => inherited.has(segment))) return undefined;
  return { reason: `The $ref "${reference}" contains a name that every object inherits`, pattern };
}

const alias = /(?:^|[\s[{,:-])\*[^\s,*\]}]/;

/** Matches a line with this key and, if it is a text, this value. */
function mark(key: string, value?: unknown): RegExp {
  const parts = [key, typeof value === 'string' ? value : ''];
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*'));
}

function lineOf(pattern: RegExp, text: string): number {
  return (
    Math.max(
      0,
      text.split('\n').findIndex((line) => pattern.test(line)),
    ) + 1
  );
}
