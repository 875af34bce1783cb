import { InvalidArgumentError } from '../errors/oms-error.js';
import { shapeOf } from './check-value.js';

/**
 * The JSON of a body.
 *
 * @throws {InvalidArgumentError} for what JSON cannot express, also where it would be left out without a word.
 */
export function writeBody(body: unknown): string {
  try {
    const text = JSON.stringify(body);
    // Most bodies have neither, so that they are not searched.
    const lost = text === undefined || /\{\}|null/.test(text) ? findLost(body) : undefined;
    if (text !== undefined && lost === undefined) return text;
    const hint = lost === 'Promise' ? ' Await it first.' : '';
    const what = lost === undefined ? `got ${shapeOf(body)}` : `a value of kind ${lost} would be lost`;
    throw new InvalidArgumentError('body', `The body cannot be written as JSON; ${what}.${hint}`);
  } catch (cause) {
    if (cause instanceof InvalidArgumentError) throw cause;
    throw new InvalidArgumentError(
      'body',
      'The body cannot be written as JSON: it is circular, nested too deeply, or contains a BigInt.',
      { cause },
    );
  }
}

/** The kind of a value of which JSON would make `{}` or `null`, such as Map, Promise or NaN. */
function findLost(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : String(value);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return undefined;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const inner = Object.values(value);
  if (inner.length === 0 && kind !== 'Object' && kind !== 'Array') return kind;
  for (const one of inner) {
    const lost = findLost(one);
    if (lost !== undefined) return lost;
  }
  return undefined;
}
