import type { OmsError } from '../errors/oms-error.js';

/** `ConfigurationError` for an option of the client, `InvalidArgumentError` for an argument of a call. */
export type ArgumentErrorClass = new (name: string, message: string) => OmsError;
