import { InvalidArgumentError } from '../errors/oms-error.js';
import type { UntypedInit } from '../options.js';
import type { CallOptions } from './call-options.js';
import { isPlainObject, shapeOf } from './check-value.js';
import type { RequestRecord } from './pipeline.js';

/** One call, before it is written out. */
export interface Call {
  readonly baseUrl: string;
  readonly method: string;
  /** Path template, such as `/customers/{customerId}`. */
  readonly template: string;
  readonly init: UntypedInit | null | undefined;
  readonly options: CallOptions;
}

/**
 * Makes the request of a call, checked and complete except for what the steps add.
 *
 * @throws {InvalidArgumentError} for what cannot be sent.
 */
export function prepare({ baseUrl, method, template, init, options }: Call): RequestRecord {
  const { params, body: given } = init ?? {};
  checkMethod(method, given);
  const url = baseUrl + fillPath(template, params?.path) + writeQuery(params?.query);
  const body = given === undefined ? undefined : writeBody(given);
  const headers =
    body === undefined ? options.headers : { 'content-type': 'application/json', ...options.headers };
  const operation = `${method} ${template}`;
  const { limits, middleware, waitUntil } = options;
  return {
    method,
    template,
    operation,
    url,
    headers,
    body,
    attempt: 1,
    limits,
    middleware,
    waitUntil,
    memory: { hasRenewedToken: false },
  };
}

/** A runtime's own error for a bad method quotes it, and some runtimes change its case. */
function checkMethod(method: string, body: unknown): void {
  if (typeof method !== 'string' || !/^(?!CONNECT$|TRACE$|TRACK$)[A-Z]{3,7}$/.test(method)) {
    throw new InvalidArgumentError('method', 'method must be an HTTP method in upper case, such as GET.');
  }
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw new InvalidArgumentError('body', `A ${method} cannot have a body; use params.query.`);
  }
}

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
function fillPath(template: string, parameters?: object | null): string {
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
function writeQuery(query: object = {}): string {
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

/**
 * The JSON of a body.
 *
 * @throws {InvalidArgumentError} for what JSON cannot express, also where it would silently be left out.
 */
function writeBody(body: unknown): string {
  try {
    const text = JSON.stringify(body);
    // Most bodies have neither and are not searched.
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
