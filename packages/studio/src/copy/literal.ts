/** Code for a value, where some texts are known by a variable: the id of a customer that was created above, for one. */
export class Literals {
  readonly #expressions = new Map<string, string>();

  /** Lets an expression stand for a text from now on. */
  name(text: string, expression: string): void {
    this.#expressions.set(text, expression);
  }

  /** Whether a text has a name. */
  has(text: string): boolean {
    return this.#expressions.has(text);
  }

  /** A value as TypeScript. What `code` returns for a path stands in its place. */
  write(value: unknown, code: (path: readonly string[]) => string | undefined = () => undefined): string {
    return this.#write(value, [], code);
  }

  #write(
    value: unknown,
    path: readonly string[],
    code: (path: readonly string[]) => string | undefined,
  ): string {
    const given = code(path);
    if (given !== undefined) return given;
    if (typeof value === 'string') return this.#expressions.get(value) ?? quoted(value);
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
    if (Array.isArray(value))
      return `[${value.map((item, index) => this.#write(item, [...path, String(index)], code)).join(', ')}]`;
    const fields = Object.entries(value).map(([name, field]) => {
      return `${keyOf(name)}: ${this.#write(field, [...path, name], code)}`;
    });
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
}

/** A text in quotes, without anything that could end them or the line. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** `__proto__` sets a prototype even in quotes; in brackets it is a field like any other. */
function keyOf(name: string): string {
  if (name === '__proto__') return `[${quoted(name)}]`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quoted(name);
}
