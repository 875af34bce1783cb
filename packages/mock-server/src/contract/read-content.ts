import { isInRange, isJson, isUtf8, parseMediaType } from '../http/media-type.js';
import { type JsonReading, readJson } from '../json/read-json.js';
import type { Content } from '../spec/operation.js';

const decoder = new TextDecoder();

/** The declaration a body of this type falls under; undefined for none, and for JSON that is not in UTF-8. */
export function contentFor(
  contents: readonly Content[],
  contentType: string | undefined,
): Content | undefined {
  const sent = parseMediaType(contentType ?? '');
  if (sent === undefined || (isJson(sent.essence) && !isUtf8(sent))) return undefined;
  return contents.find(({ mediaType }) => isInRange(sent.essence, mediaType));
}

/** Reads a body as it is declared: JSON as its value, anything else as text. */
export function readContent({ mediaType }: Content, body: Uint8Array | string): JsonReading {
  if (isJson(mediaType)) return readJson(body);
  return { value: typeof body === 'string' ? body : decoder.decode(body) };
}

/** What a body that falls under none of the declarations is told. */
export function mediaTypeAdvice(contents: readonly Content[]): string {
  return `Must be ${contents.map(({ mediaType }) => mediaType).join(', ')} in UTF-8.`;
}
