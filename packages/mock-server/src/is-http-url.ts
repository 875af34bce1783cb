/** Whether a text is an absolute URL that HTTP reaches. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
