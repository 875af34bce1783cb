import type { CallDefaults } from './call-defaults.js';
import type { Send } from './pipeline.js';

/** What all calls of a client share. */
export interface Connection {
  readonly baseUrl: string;
  readonly defaults: CallDefaults;
  readonly send: Send;
}

/** The key under which a client has its connection, for entry points that build on it; the same in every copy of the package. */
export const connectionKey: unique symbol = Symbol.for('@oms-sdk/client/connection');
