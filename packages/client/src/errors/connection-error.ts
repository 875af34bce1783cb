import { CallError, type CallErrorDetails } from './call-error.js';
import { brand } from './oms-error.js';

/** What is known when no response came. */
export type ConnectionErrorDetails = Pick<CallErrorDetails, 'outcome' | 'idempotencyKey' | 'cause'>;

/** No response came: the name was not resolved, the connection was refused or broke. `cause` says why. */
export class ConnectionError extends CallError {
  static {
    brand(this, 'ConnectionError');
  }

  constructor(message: string, details: ConnectionErrorDetails) {
    super(message, { ...details, isRetryable: true, requestId: undefined });
  }
}
