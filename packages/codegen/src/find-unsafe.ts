/** What makes a parsed file dangerous to code that walks it, and the line it is probably on. */
export interface Unsafe {
  readonly reason: string;
  /** 1-based. */
  readonly line: number;
}

/** Names that every object has, so that a look-up by one of them finds what no spec wrote. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Finds what YAML can express and a spec does not need: the same object in two places, which can grow without end or
 * contain itself; names that every object inherits; and references that are no text or lead to such a name.
 */
export function findUnsafe(text: string, parsed: unknown): Unsafe | undefined {
  const seen = new Set<object>();
  const queue: unknown[] = [parsed];
  for (let index = 0; index < queue.length; index += 1) {
    const value = queue[index];
    if (typeof value !== 'object' || value === null) continue;
    if (seen.has(value)) return found('A YAML alias repeats an object or a list; use $ref', text, alias);
    const name = Object.keys(value).find((key) => inherited.has(key));
    if (name !== undefined)
      return found(`Every object inherits the name "${name}"; use another`, text, mark(name));
    const { $ref: reference } = value as { readonly $ref?: unknown };
    const reason = Object.hasOwn(value, '$ref') ? flawOf(reference) : undefined;
    if (reason !== undefined) return found(reason, text, mark('$ref', reference));
    seen.add(value);
    for (const child of Object.values(value)) queue.push(child);
  }
  return undefined;
}

function flawOf(reference: unknown): string | undefined {
  // A schema may have a property of this name.
  if (typeof reference === 'object' && reference !== null && !Array.isArray(reference) && 'type' in reference)
    return undefined;
  if (typeof reference !== 'string' || reference === '') return 'A $ref is not a text that names something';
  const name = reference.split(/[/#.]/).find((segment) => inherited.has(segment));
  return name === undefined
    ? undefined
    : `The $ref "${reference}" contains a name that every object inherits`;
}

const alias = /(?:^|[\s[{,:-])\*[^\s,*\]}]/;

/** Matches a line with this key and, if it is a text, this value. */
function mark(key: string, value?: unknown): RegExp {
  const parts = [key, typeof value === 'string' ? value : ''];
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*'));
}

function found(reason: string, text: string, pattern: RegExp): Unsafe {
  return {
    reason,
    line:
      Math.max(
        0,
        text.split('\n').findIndex((line) => pattern.test(line)),
      ) + 1,
  };
}
