import { createFinalURL } from 'openapi-fetch';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { fillPath, type PathParameters } from './path.js';
import { serializeQuery } from './query.js';
import type { CallOptions } from './request-options.js';
import type { Answer, RequestRecord, Send } from './send.js';

/** One call as the path client hands it to the engine. */
export interface EngineCall {
  readonly method: string;
  readonly template: string;
  readonly params: { readonly path?: object; readonly query?: object };
  readonly body: unknown;
  /** Everything of the request that the engine does not make itself. */
  readonly rest: CallOptions;
}

/** Turns a call into a request, sends it and gives the answer. */
export type Engine = (call: EngineCall) => Promise<Answer>;

/**
 * The engine: openapi-fetch puts the URL together, with our serialisers; `send` does everything else. Its client is left
 * out, because that reads the answer itself: it lets HTML through as data and throws bare `SyntaxError`s.
 */
export function createEngine(baseUrl: string, send: Send): Engine {
  const pathSerializer = (url: string, values: PathParameters) =>
    baseUrl + fillPath(url.slice(baseUrl.length), values);
  return async (call) => {
    const params = { path: {}, ...call.params } as Record<'path' | 'query', Record<string, unknown>>;
    const options = { baseUrl, params, querySerializer: serializeQuery, pathSerializer };
    const url = createFinalURL(call.template, options);
    return send(toRecord(call, url, call.body === undefined ? undefined : serializeBody(call.body)));
  };
}

/** Written out, because copying `rest` and adding to it costs more than the rest of the engine. */
function toRecord({ method, template, rest }: EngineCall, url: string, body?: string): RequestRecord {
  const { headers: given, signal, timeoutMs, deadlineMs, deadlineAt, attempt, middleware, maxRetries } = rest;
  const headers = body === undefined ? given : { 'content-type': 'application/json', ...given };
  return {
    method,
    template,
    url,
    body,
    headers,
    signal,
    timeoutMs,
    deadlineMs,
    deadlineAt,
    attempt,
    middleware,
    maxRetries,
  };
}

function serializeBody(body: unknown): string {
  const text = stringify(body);
  if (text !== undefined) return text;
  throw new InvalidArgumentError('body', `The body has no form in JSON; got a value of type ${typeof body}.`);
}

/** `undefined` for what JSON has no word for, such as a function. */
function stringify(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new InvalidArgumentError(
      'body',
      'The body cannot be written as JSON: it is circular, nested too deep, or holds a BigInt.',
      { cause },
    );
  }
}
