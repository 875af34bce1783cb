import { createFinalURL } from 'openapi-fetch';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { fillPath } from './path.js';
import type { ReceivedResponse, Send } from './pipeline.js';
import { serializeQuery as querySerializer } from './query.js';
import type { CallOptions } from './request-options.js';
import { shapeOf } from './shape-of.js';

/** One call as the path client hands it to the engine. */
export interface EngineCall {
  readonly method: string;
  readonly template: string;
  readonly params: { readonly path?: object; readonly query?: object };
  readonly body: unknown;
  /** Everything of the request that the engine does not make itself. */
  readonly options: CallOptions;
}

/** Turns a call into a request, sends it and gives the response. */
export type Engine = (call: EngineCall) => Promise<ReceivedResponse>;

/**
 * The engine: openapi-fetch puts the URL together, with our serialisers; `send` does everything else. Its client is left
 * out, because that reads the response itself: it lets HTML through as data and throws bare `SyntaxError`s.
 */
export function createEngine(baseUrl: string, send: Send): Engine {
  return ({ method, template, params: { path, query }, body: given, options }) => {
    const params = { query } as { query: Record<string, unknown> };
    // It asks the serialiser of the path only when there are parameters, but every path has to be checked.
    const filled = baseUrl + fillPath(template, path);
    const url = createFinalURL(filled, { baseUrl: '', params, querySerializer, pathSerializer: fillPath });
    const body = given === undefined ? undefined : serializeBody(given);
    const headers =
      body === undefined ? options.headers : { 'content-type': 'application/json', ...options.headers };
    const operation = `${method} ${template}`;
    const { limits, middleware } = options;
    return send({
      method,
      template,
      operation,
      url,
      headers,
      body,
      token: undefined,
      attempt: 1,
      limits,
      middleware,
    });
  };
}

function serializeBody(body: unknown): string {
  const text = stringify(body);
  if (text !== undefined) return text;
  throw new InvalidArgumentError('body', `The body cannot be written as JSON; got ${shapeOf(body)}.`);
}

/** `undefined` for what JSON has no word for, such as a function. */
function stringify(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new InvalidArgumentError(
      'body',
      'The body cannot be written as JSON: it is circular, nested too deeply, or contains a BigInt.',
      { cause },
    );
  }
}
