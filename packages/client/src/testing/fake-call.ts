import type { ApiPromise, Page, PagePromise } from '../calls/api-promise.js';
import { OmsClient } from '../client.js';
import { connectionKey, type ReceivedResponse, type RequestRecord } from '../request/pipeline.js';

/**
 * A call that fails with this error, of any method.
 *
 * @example `fakeCall(new NotFoundError({ status: 404, operation: 'GET /customers/{customerId}' }))`
 */
export function fakeCall(error: Error): PagePromise<never, never>;
/** A list with these pages: `await` it for the first one, iterate for the items of all. */
export function fakeCall<P extends Page<unknown>>(
  page: P,
  ...nextPages: P[]
): PagePromise<P, P['data'][number]>;
/** A call that resolves to this value, or to what a promise resolves to, in a response with status 200. */
export function fakeCall<T>(value: T | PromiseLike<T>): ApiPromise<T>;
export function fakeCall(value: unknown, ...nextPages: unknown[]): ApiPromise<unknown> {
  if (value instanceof Error) return fakeList(() => Promise.reject(value));
  if (!isPage(value)) return clientThatReceives(() => value).request('GET', '/fake');
  const pages = [value, ...nextPages].values();
  return fakeList(() => {
    const { value: page, done } = pages.next();
    if (done) throw new Error('fakeCall was given no page after one whose hasMore is true.');
    return page;
  });
}

/**
 * A list whose pages a function returns, by the position where they start.
 *
 * @internal
 */
export function fakeList(pageAt: (cursor: string | undefined) => unknown): ApiPromise<unknown> {
  const cursorOf = ({ url }: RequestRecord) => new URL(url).searchParams.get('cursor') ?? undefined;
  return clientThatReceives((request) => pageAt(cursorOf(request))).customers.list();
}

/**
 * A client without the pipeline: every call receives what a function returns.
 *
 * @internal
 */
export function clientThatReceives(respond: (request: RequestRecord) => unknown): OmsClient {
  const client = new OmsClient({ baseUrl: 'https://fake.invalid', token: async () => 'none' });
  const send = async (request: RequestRecord) => receive(request, await respond(request));
  return new OmsClient(undefined, { ...client[connectionKey](), send, sendForAnyStatus: send });
}

/** What the pipeline would have received, had the API responded with this data. */
function receive(request: RequestRecord, data: unknown): ReceivedResponse {
  const text = JSON.stringify(data) ?? '';
  const requestId = 'req_fake';
  return {
    request,
    // Made when it is asked for: not every test environment knows `Response`.
    get response() {
      const headers = { 'content-type': 'application/json', 'x-request-id': requestId };
      return new Response(null, { status: text === '' ? 204 : 200, headers });
    },
    text,
    data,
    redacted: [],
    fieldErrors: [],
    requestId,
    attempts: [],
  };
}

function isPage(value: unknown): value is Page<unknown> {
  const { data, hasMore } = Object(value) as Partial<Page<unknown>>;
  return Array.isArray(data) && typeof hasMore === 'boolean';
}
