import { InvalidArgumentError } from '../errors/oms-error.js';
import { operationsWithoutToken } from '../generated/operations.gen.js';
import type { Middleware, MiddlewareContext, MiddlewareRequest } from '../options.js';
import { mergeHeaders } from '../request/call-options.js';
import {
  idempotencyKeyOf,
  type ReceivedResponse,
  type RequestRecord,
  type Send,
  type Step,
} from '../request/pipeline.js';
import { readResponse, toResponse } from '../response/read-response.js';
import { withinDeadline } from './timeout.js';

/**
 * Runs the middlewares of the request around the rest of the pipeline; the first one is the outermost. They do not
 * see the token exchange, whose body is the secret and whose response is the token.
 */
export function middleware(maxResponseBytes: number): Step {
  return (next) => (request) => {
    const { operation, middleware: list } = request;
    if (list.length === 0 || operationsWithoutToken.includes(operation)) return next(request);
    const send = list.reduceRight<Send>((inner, one) => around(inner, one, maxResponseBytes), next);
    return withinDeadline(request, () => send(request));
  };
}

function around(inner: Send, one: Middleware, maxResponseBytes: number): Send {
  return async (request) => {
    const receivedBy = new Map<Response, ReceivedResponse>();
    const next = async (changed: MiddlewareRequest) => {
      const { headers, body }: MiddlewareRequest = Object(changed);
      const received = await inner({
        ...request,
        headers: mergeHeaders(InvalidArgumentError, headers),
        body,
      });
      const response = toResponse(received);
      receivedBy.set(response, received);
      return response;
    };
    const response = await one(viewOf(request), next, contextOf(request));
    return receivedBy.get(response) ?? readResponse(request, response, maxResponseBytes);
  };
}

/** The headers are a copy, because those of the record may be the defaults of all calls. */
function viewOf({ method, url, headers, body }: RequestRecord): MiddlewareRequest {
  return { method, url, headers: { ...headers }, body };
}

function contextOf(request: RequestRecord): MiddlewareContext {
  const { operation, attempt } = request;
  return { operation, attempt, idempotencyKey: idempotencyKeyOf(request) };
}
