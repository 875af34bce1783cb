import type { Dialect } from '../sandbox/dialect.js';
import { type ApiResponse, jsonResponse } from './message.js';

/** One entry of an error's `details`. */
export interface RefusalDetail {
  /** Dotted, such as `body.residentialAddress.country`. */
  readonly location: string;
  readonly code: string;
  readonly message: string;
}

/** Why a request gets an error. */
export interface Refusal {
  readonly status: number;
  /** @default what errors of the status have */
  readonly code?: string;
  readonly message: string;
  readonly details?: readonly RefusalDetail[] | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

const codes: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'authentication_failed',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  409: 'state_conflict',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  417: 'expectation_failed',
  422: 'validation_failed',
  429: 'rate_limited',
  431: 'headers_too_large',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  508: 'unavailable',
};

/** What an error body is made of. */
interface ErrorParts {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  readonly details: readonly RefusalDetail[] | undefined;
}

/** The shapes of an error body, by dialect: `details` is `ApiErrorBody` in the spec. */
const shapes: Readonly<Record<Dialect['errors'], (parts: ErrorParts) => object>> = {
  details: (parts) => parts,
  code: ({ code, message }) => ({ code, message }),
  error: ({ message }) => ({ error: message }),
  source: ({ code, message, details = [] }) => ({ code, message, ...sourceOf(details) }),
  info: ({ message, details = [] }) => ({ error: true, message, info: infoOf(details) }),
};

/** The response of the API to what it refuses, in the error shape and with the status of a dialect. */
export function errorResponse(
  requestId: string,
  { status, code, message, details, headers }: Refusal,
  { errors, invalidBody }: Pick<Dialect, 'errors' | 'invalidBody'>,
): ApiResponse {
  const parts = { code: code ?? codeOf(status), message, requestId, details };
  // Of a 422 that is not about what the body contains, nothing says where.
  const isInvalidBody = status === 422 && details !== undefined;
  return jsonResponse(isInvalidBody ? invalidBody : status, shapes[errors](parts), headers);
}

/** A refusal by the mock server itself, in the error shape of the spec. */
export function refuse(requestId: string, refusal: Refusal): ApiResponse {
  return { ...errorResponse(requestId, refusal, { errors: 'details', invalidBody: 422 }), isUnchecked: true };
}

function codeOf(status: number): string {
  return codes[status] ?? (status < 500 ? 'invalid_request' : 'internal_error');
}

/** The names in one place of the request, joined by commas; of the other places nothing is said. */
function sourceOf(details: readonly RefusalDetail[]): object {
  const paths = details.map(({ location }) => location.split('.'));
  const place = paths[0]?.[0];
  const keys = paths.flatMap(([other, ...names]) => (other === place ? names.join('.') : []));
  if (!['path', 'query', 'body', 'header'].includes(place ?? '')) return {};
  return { source: { location: place, key: [...new Set(keys)].join(',') } };
}

/** Names of the places of a request in an error tree. */
const treePlaces: Readonly<Record<string, string>> = {
  path: 'params',
  query: 'query',
  body: 'body',
  header: 'headers',
};

/** A message, and the names that lead to its place. */
type Placed = readonly [message: string, names: readonly string[]];

function infoOf(details: readonly RefusalDetail[]): object {
  const placed = details.map(({ location, message }): Placed => {
    const [place = '', ...names] = location.split('.');
    return [message, [treePlaces[place] ?? place, ...names]];
  });
  return Object.fromEntries(below(placed).filter(([place]) => Object.values(treePlaces).includes(place)));
}

/** `errors` of a place itself, `properties` and `items` below it. */
function treeOf(placed: readonly Placed[]): object {
  const errors = placed.flatMap(([message, names]) => (names.length === 0 ? [message] : []));
  const trees = below(placed);
  const properties = trees.filter(([name]) => !isPosition(name));
  const items: object[] = [];
  for (const [name, tree] of trees) if (isPosition(name)) items[Number(name)] = tree;
  return {
    errors,
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(items.length > 0 && { items }),
  };
}

function below(placed: readonly Placed[]): (readonly [name: string, tree: object])[] {
  const names = new Set(placed.flatMap(([, path]) => path.slice(0, 1)));
  return [...names].map((name) => {
    const ofName = placed.filter(([, [first]]) => first === name);
    return [name, treeOf(ofName.map(([message, [, ...rest]]) => [message, rest]))];
  });
}

/** A longer number would make a list of mostly nothing. */
function isPosition(name: string): boolean {
  return /^\d{1,3}$/.test(name);
}

const wayToOne = 'Exchange your API key at POST /auth/token, and send Authorization: Bearer <accessToken>.';

/** Why an `Authorization` header holds no bearer token, and the way to one. Nothing of the header is in it. */
export function withoutBearer(authorization: string | undefined): string {
  if (authorization === undefined || authorization === '')
    return `The Authorization header is missing. ${wayToOne}`;
  if (/^bearer *$/i.test(authorization))
    return `The Authorization header has no token behind Bearer. ${wayToOne}`;
  if (/^basic\b/i.test(authorization))
    return `The Authorization header has the scheme Basic, and this API takes Bearer. ${wayToOne}`;
  if (/^(?:sk_|pk_|eyJ|tok_)\S*$/.test(authorization))
    return `The Authorization header has a key or a token without the word Bearer before it. ${wayToOne}`;
  return `The Authorization header has another scheme than Bearer. ${wayToOne}`;
}

/** Why a bearer token that the sandbox does not know is none, and the way to one. Nothing of the token is in it. */
export function unknownToken(token: string): string {
  if (/^[sp]k_/.test(token)) return `This is an API key, which is not sent itself. ${wayToOne}`;
  if (/^eyJ[^.]*\.[^.]+\.[^.]*$/.test(token))
    return `This token comes from another issuer; the sandbox takes only its own. ${wayToOne}`;
  if (/^tok_[0-9A-Z]{26}$/.test(token))
    return `This token comes from another sandbox, or from before this one was reset. ${wayToOne}`;
  return `This is no token that the sandbox issued. ${wayToOne}`;
}

/** Why a token that was good is none any more. */
export const expiredToken = `This token has expired; tokens live an hour. ${wayToOne}`;
