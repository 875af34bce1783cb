/** A call before it is typed: what the typed methods of the client and of the raw one have in common. */
export interface UntypedInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
}
