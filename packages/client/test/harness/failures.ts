import type { ClientOptions } from '@oms-sdk/client';
import { observedClient } from './observed-client.js';
import { json, silence, streamed } from './responses.js';

/** How an attempt goes wrong, by a name that reads well in a title. */
export const failures = {
  'a connection that breaks': () => Promise.reject(new TypeError('fetch failed')),
  'a connection that is refused': () =>
    Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
  'a response that never comes': () => silence,
  'a body that is cut': () => streamed(['{"id":"cst_']),
  'an empty success': () => new Response('', { status: 200 }),
  'a page of HTML': () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  'a redirect': () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }),
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 409, 422, 429, 500, 501, 502, 503, 504].map((status) => [
      `status ${status}`,
      () => json({}, status),
    ]),
  ),
} as Record<string, () => Response | Promise<Response>>;

/** A client that retries twice, as it does by default, and whose first `count` attempts fail with `failure`. */
export function failingClient(
  count: number,
  failure: () => Response | Promise<Response>,
  options: ClientOptions = {},
) {
  const reply = (_: unknown, index: number) => (index < count ? failure() : json({ id: 'cst_1' }));
  return observedClient(reply, { maxRetries: 2, ...options });
}
