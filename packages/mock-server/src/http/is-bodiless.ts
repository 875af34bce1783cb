/** Whether a response of this status has no body (RFC 9110, section 6.4.1, and what `fetch` makes of 205). */
export function isBodiless(status: number): boolean {
  return [204, 205, 304].includes(status);
}
