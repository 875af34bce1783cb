import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeText } from './encode-text.js';
import { isPlainObject } from './plain-object.js';
import { shapeOf } from './shape-of.js';

/**
 * Writes a query string without its `?`; `undefined` leaves a parameter out. A value that would not arrive as it was
 * meant is refused: a filter that is lost turns "list some" into "list all".
 *
 * @throws {InvalidArgumentError} naming the parameter and the shape of its value.
 */
export function serializeQuery(query: object): string {
  if (!isPlainObject(query)) {
    throw new InvalidArgumentError('query', 'query must be a plain object.');
  }
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) text += `&${encodeText('query', name)}=${encodeValue(name, value)}`;
  }
  return text.slice(1);
}

function encodeValue(name: string, value: unknown): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    throw new InvalidArgumentError(
      name,
      `${name} must be a string, a number or a boolean; got ${shapeOf(value)}.`,
    );
  }
  return encodeText(name, String(value));
}
