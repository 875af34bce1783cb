import type { ApiRequest } from '../http/api-request.js';
import type { ApiResponse } from '../http/api-response.js';
import type { RawRequest } from '../http/raw-request.js';

/** Answers a request, read and as it arrived. What stands here is what makes one mode differ from another. */
type Forward = (request: ApiRequest, raw: RawRequest) => ApiResponse | Promise<ApiResponse>;

/** A way of responding, and who is to blame when its responses break the contract. */
export interface Mode {
  readonly forward: Forward;
  readonly responseBlame: 'server' | 'spec';
  /** Gets the requests that break the contract as well, also those for no operation of the spec. */
  readonly isTransparent?: boolean;
  /**
   * How many bytes of a body it takes; a longer one arrives cut off one byte above.
   * @default what the contract allows
   */
  readonly maxBodyBytes?: number;
  /** Forgets what the responses depend on. */
  readonly reset?: () => void;
  /** Resolves when everything so far would outlive a crash. */
  readonly settled?: () => Promise<void>;
  /** Ends what goes on behind the requests, and keeps what is to be kept. */
  readonly close?: () => Promise<void>;
}
