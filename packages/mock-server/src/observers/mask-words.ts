import { isJsonObject } from '../json/json-object.js';

/** Stands in for a value that is not shown. */
export const mask = '***';

/** A text with each word masked that could be a date, a number, an address, a token or a secret. */
export function maskedText(text: string): string {
  return text.replaceAll(/\S+/g, (word) => (word.length >= 25 || /[\d@]/.test(word) ? mask : word));
}

/** The same for every text and number of a value, and for its names. */
export function maskedWords(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (typeof value === 'number') return mask;
  if (Array.isArray(value)) return value.map(maskedWords);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [maskedText(name), maskedWords(item)]),
  );
}
