import type { Answer } from './answer.js';
import type { ApiRequest } from './api-request.js';

/** Answers requests that keep the contract. What stands here is what makes one mode differ from another. */
export type Forward = (request: ApiRequest) => Answer | Promise<Answer>;

/** A way of answering, and who is to blame when its answers break the contract. */
export interface Mode {
  readonly forward: Forward;
  readonly responseBlame: 'server' | 'spec';
  /** Forgets what the answers depend on. */
  readonly reset?: () => void;
}
