import type { Answer } from './send.js';

/** A response whose body can be read, made from an answer that was read. */
export function toResponse({ text, response }: Pick<Answer, 'text' | 'response'>): Response {
  const { status, statusText, headers } = response;
  return new Response(text === '' ? null : text, { status, statusText, headers });
}
