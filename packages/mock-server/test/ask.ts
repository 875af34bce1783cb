import type { MockServer } from '@oms-sdk/mock-server';

/** What goes with a request. */
export interface Question {
  readonly headers?: Record<string, string>;
  /** Text is sent as it is, bytes too, anything else as JSON. */
  readonly body?: unknown;
}

/** An answer, and what broke the contract on the way. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON. */
  readonly body: unknown;
  /** Each violation as `code location`, without the notice that the operation is announced only. */
  readonly found: string[];
}

/** Sends `GET /customers` and the like, with a token and the headers every request with a body needs. */
export async function ask(
  server: MockServer,
  line: string,
  { headers, body }: Question = {},
): Promise<Reply> {
  const [method = '', path = ''] = line.split(' ');
  const before = server.violations.length;
  const sent =
    body === undefined || typeof body === 'string' || body instanceof Uint8Array
      ? body
      : JSON.stringify(body);
  const response = await server.fetch(server.url + path, {
    method,
    headers: { ...defaultHeaders(sent), ...headers },
    ...(sent === undefined ? {} : { body: sent as BodyInit }),
  });
  const found = server.violations
    .slice(before)
    .filter(({ code }) => code !== 'request.operation.preview')
    .map(({ code, location }) => `${code} ${location.join('.')}`);
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
    found,
  };
}

function defaultHeaders(body: unknown): Record<string, string> {
  const authorization = 'Bearer any';
  return body === undefined
    ? { authorization }
    : { authorization, 'content-type': 'application/json', 'idempotency-key': 'key-1' };
}
