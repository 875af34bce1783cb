import type { ApiRequest, ApiResponse } from '../http/message.js';
import type { Refusal } from '../http/refusal.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
import type { SandboxViews } from '../sandbox/sandbox-views.js';

/** A way of responding, and who is to blame when its responses break the contract. */
export interface Mode {
  /** Responds to a request. */
  readonly forward: (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;
  readonly responseBlame: 'server' | 'spec';
  /** Gets the requests that break the contract as well, also those for no operation of the spec. */
  readonly isTransparent?: boolean;
  /**
   * How many bytes of a body it takes; a longer one arrives cut off one byte above.
   * @default what the contract allows
   */
  readonly maxBodyBytes?: number;
  /**
   * The response to a request that the contract or a fault refuses.
   * @default in the error shape of the spec
   */
  readonly refuse?: (requestId: string, refusal: Refusal) => ApiResponse;
  /** Steers a sandbox. */
  readonly controls?: SandboxControls;
  /** Shows what is in a sandbox. */
  readonly views?: SandboxViews;
  /** Forgets what the responses depend on. */
  readonly reset?: () => void;
  /** Resolves when everything so far would outlive a crash. */
  readonly settled?: () => Promise<void>;
  /** Ends what goes on behind the requests, and keeps what is to be kept. */
  readonly close?: () => Promise<void>;
}
