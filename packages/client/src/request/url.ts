import { InvalidArgumentError } from '../errors/oms-error.js';
import { isPlainObject, shapeOf } from './check-value.js';

/** What follows the base URL: without this, `.evil.example` or `@evil.example` would change the host. */
const pathTemplate = /^(?:\/(?:[\w-]+|\{\w+\}))+$/;
/** A segment that a URL parser resolves away: `.` and `..`, also percent-encoded once. */
const dotSegment = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills a path template, encoding each value. A path that could mean another resource is refused, not repaired:
 * an empty id would turn "get one" into "list all", and `..` would walk up to another operation.
 *
 * @throws {InvalidArgumentError} naming the parameter and the shape of its value.
 */
export function fillPath(template: string, parameters?: object | null): string {
  if (typeof template !== 'string' || !pathTemplate.test(template)) {
    throw new InvalidArgumentError(
      'path',
      'path must be a template such as /customers/{customerId}, with its values in params.',
    );
  }
  const [start = '', ...parts] = template.split('{');
  return parts.reduce((path, part) => {
    const [name = '', rest = ''] = part.split('}');
    return path + encodeSegment(name, Object(parameters)[name]) + rest;
  }, start);
}

/**
 * Writes a query string with its `?`, or nothing; `undefined` leaves a parameter out. A value that would not arrive as it
 * was meant is refused: a filter that is lost turns "list some" into "list all".
 *
 * @throws {InvalidArgumentError} naming the parameter and the shape of its value.
 */
export function writeQuery(query: object = {}): string {
  if (!isPlainObject(query)) {
    throw new InvalidArgumentError('query', 'query must be a plain object.');
  }
  let text = '';
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    text += `${text === '' ? '?' : '&'}${encodeText('query', name)}=${encodeValue(name, value)}`;
  }
  return text;
}

function encodeSegment(name: string, value: unknown): string {
  if (typeof value !== 'string') {
    throw new InvalidArgumentError(name, `${name} must be a string; got ${shapeOf(value)}.`);
  }
  if (value === '') throw new InvalidArgumentError(name, `${name} must not be empty.`);
  if (dotSegment.test(value)) {
    throw new InvalidArgumentError(name, `${name} must be an id; got a relative path segment.`);
  }
  return encodeText(name, value);
}

function encodeValue(name: string, value: unknown): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    throw new InvalidArgumentError(
      name,
      `${name} must be a string, a number or a boolean; got ${shapeOf(value)}.`,
    );
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new InvalidArgumentError(name, `${name} must be a finite number; got ${value}.`);
  }
  return encodeText(name, String(value));
}

/** Percent-encodes one value of a path or query, unless it cannot be written as UTF-8. */
function encodeText(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new InvalidArgumentError(
      name,
      `${name} must be well-formed Unicode; it contains half a surrogate pair.`,
    );
  }
}
