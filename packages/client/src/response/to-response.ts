import type { ReceivedResponse } from '../request/pipeline.js';

/** A response whose body can be read, made from a response that was read. */
export function toResponse({ text, response }: Pick<ReceivedResponse, 'text' | 'response'>): Response {
  const { status, statusText, headers } = response;
  const body = text === '' ? null : text;
  if (status >= 200 && status < 600 && isByteString(statusText)) {
    return new Response(body, { status, statusText, headers });
  }
  const values = { status: { value: status }, statusText: { value: statusText } };
  return Object.defineProperties(new Response(body, { status: status < 400 ? 200 : 500, headers }), values);
}

/** A server may send what the constructor of `Response` refuses: status 999, or a reason that is not Latin. */
function isByteString(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
