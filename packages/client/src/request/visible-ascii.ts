/** Whether a value is a text that a header can carry unchanged: not empty, visible ASCII, no white space. */
export function isVisibleAscii(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
