/** Whether a value holds what it holds in properties, unlike a list, a `Map`, a `Headers` or a `URLSearchParams`. */
export function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(Symbol.iterator in value);
}
