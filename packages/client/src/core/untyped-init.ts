import type { RequestOptions } from '../options.js';

/** A call before it is typed: what the typed methods of the client and of the raw one have in common. */
export interface UntypedInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
}

/**
 * Takes apart what a raw call is given in one object: what is sent, and how.
 *
 * @internal
 */
export function splitInit(init?: UntypedInit & RequestOptions): [UntypedInit, RequestOptions] {
  const { params, body, ...options } = init ?? {};
  return [{ ...(params && { params }), body }, options];
}
