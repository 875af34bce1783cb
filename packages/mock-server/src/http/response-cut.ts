/** How the connection of a response fails while it is sent. */
export interface ResponseCut {
  /** `reset`: the connection breaks. `stall`: nothing more comes, and the connection stays open. */
  readonly how: 'reset' | 'stall';
  /** Bytes of the body that are sent before; undefined when not even the status is. */
  readonly afterBytes: number | undefined;
}
