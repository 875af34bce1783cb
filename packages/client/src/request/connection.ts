import type { CallDefaults } from './call-options.js';
import type { Send } from './pipeline.js';

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
