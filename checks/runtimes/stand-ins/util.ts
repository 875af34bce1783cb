/**
 * `inspect` of node:util, as far as tests look for secrets in it: every own property, hidden ones too, however deep. As in
 * Node, a getter is not called.
 */
export function inspect(value: unknown): string {
  const seen = new Set<unknown>();
  const show = (part: unknown): string => {
    if (typeof part !== 'object' || part === null) return String(part);
    if (seen.has(part)) return '(seen)';
    seen.add(part);
    return Reflect.ownKeys(part)
      .map((key) => {
        const isGetter = Reflect.getOwnPropertyDescriptor(part, key)?.get !== undefined;
        return `${String(key)}: ${isGetter ? '[Getter]' : show(Reflect.get(part, key))}`;
      })
      .join('\n');
  };
  return show(value);
}
