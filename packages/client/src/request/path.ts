import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeText } from './encode-text.js';
import { shapeOf } from './shape-of.js';

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
