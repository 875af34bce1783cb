import type { FieldError } from '../errors/api-error.js';
import type { Attempt } from '../errors/call-error.js';
import type { Middleware, WaitUntil } from '../options.js';

/**
 * One request as plain data. Steps never change it; they pass on a copy, in which what they add stands before `...`: on Node
 * 20, a property after it costs three times as much.
 */
export interface RequestRecord {
  readonly method: string;
  /** Path template, such as `/customers/{customerId}`: what errors and logs show instead of the URL. */
  readonly template: string;
  /** `GET /customers/{customerId}`: how errors and logs name the request. */
  readonly operation: string;
  /** Absolute URL with path and query filled in. It may contain personal data (`?email=`): never log it. */
  readonly url: string;
  /** Names in lower case; without the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** The serialised body; the same text is sent on every attempt. */
  readonly body: string | undefined;
  /** The bearer token; set by `auth`. */
  readonly token?: string;
  /** Which attempt of its call this is; 1 is the first. */
  readonly attempt: number;
  readonly limits: CallLimits;
  /** The caller's functions around each attempt. */
  readonly middleware: readonly Middleware[];
  /** Keeps the runtime at work on what goes on behind the call. */
  readonly waitUntil: WaitUntil | undefined;
  /** What a call remembers across its attempts. */
  readonly memory: CallMemory;
  /** Set by `timeout` for the steps inside it. */
  readonly inFlight?: InFlight;
}

/** What ends a call; the same for all its attempts. */
export interface CallLimits {
  /** The caller's own. */
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Length of the whole call in milliseconds, for messages. */
  readonly deadlineMs: number;
  /** When the whole call has to be over, in milliseconds on the clock of `performance.now()`. */
  readonly deadlineAt: number;
  /** How often a failed attempt may be retried. */
  readonly maxRetries: number;
}

/** One object for all attempts of a call, which steps may change. */
export interface CallMemory {
  /** Whether a 401 has made `auth` resend the request with another token. */
  hasRenewedToken: boolean;
}

/** An attempt that has been sent; `transport` may change it. */
export interface InFlight {
  /** Ends the attempt. */
  readonly signal: AbortSignal;
  /** What the attempt resolves to if its time is up now: an error response whose body has not been read. */
  fallback: ReceivedResponse | undefined;
}

/** One response, wholly read. */
export interface ReceivedResponse {
  /** Status and headers; its body is already read. */
  readonly response: Response;
  /** The decoded body; empty if there was none. */
  readonly text: string;
  /** The JSON in it, for an operation of the spec an object; `undefined` where a response may have none. */
  readonly data: unknown;
  /** Pointers to what was removed from the body. */
  readonly redacted: readonly string[];
  /** Which parts of the request an error status refuses; read before redaction, which may remove what names them. */
  readonly fieldErrors: readonly FieldError[];
  readonly requestId: string | undefined;
  /** The request as it was sent. */
  readonly request: RequestRecord;
  /** Attempts that failed before this one, or with it. */
  readonly attempts: readonly Attempt[];
}

/** A response whose body has not been read. */
export type ResponseHead = Pick<ReceivedResponse, 'request' | 'response' | 'requestId'>;

/** Sends a request and resolves to its response. Rejects with an `OmsError` or the caller's abort reason. */
export type Send = (request: RequestRecord) => Promise<ReceivedResponse>;

/** One concern of a request's life, wrapped around the rest. */
export type Step = (next: Send) => Send;

/** A client's own values for what a call does not set. */
export interface CallDefaults {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly middleware: readonly Middleware[];
  readonly waitUntil: WaitUntil | undefined;
}

/** What all calls of a client share. */
export interface Connection {
  /** Without a final slash. */
  readonly baseUrl: string;
  readonly defaults: CallDefaults;
  /** The whole pipeline: rejects when the API responds with an error status. */
  readonly send: Send;
  /** The pipeline without the step `status`: resolves to the response, whatever its status. */
  readonly sendForAnyStatus: Send;
}

/** The key under which a client has its connection, for entry points that build on it; the same in every copy of the package. */
export const connectionKey: unique symbol = Symbol.for('@oms-sdk/client/connection');

/** Composes steps around `transport`; the first step is the outermost and sees the request first. */
export function compose(steps: readonly Step[], transport: Send): Send {
  return steps.reduceRight((next, step) => step(next), transport);
}

/** The key under which the API remembers this write; `undefined` if none is sent. */
export function idempotencyKeyOf({ headers }: Pick<RequestRecord, 'headers'>): string | undefined {
  return headers['idempotency-key'];
}

/** Whether the response has an error status. */
export function isError({ response }: Pick<ReceivedResponse, 'response'>): boolean {
  return response.status >= 400;
}

/**
 * Whether `error` must reach the caller untouched: the reason of an abort, or the control flow of a framework. Next.js, for
 * one, throws errors with a `digest` through `fetch` to say that a page is dynamic or redirected.
 */
export function passesThrough(error: unknown, request: Pick<RequestRecord, 'limits'>): boolean {
  return (
    isAbort(error, request) || (typeof error === 'object' && error !== null && Object.hasOwn(error, 'digest'))
  );
}

/** Whether `error` is the reason of the caller's abort, which may be anything. */
export function isAbort(error: unknown, { limits: { signal } }: Pick<RequestRecord, 'limits'>): boolean {
  return signal?.aborted === true && error === signal.reason;
}
