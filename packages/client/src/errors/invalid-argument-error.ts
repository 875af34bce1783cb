import { brand, OmsError } from './oms-error.js';

/** An argument of a call cannot be sent. The message names the argument and the shape of its value, never the value. */
export class InvalidArgumentError extends OmsError {
  /** The argument at fault, such as `customerId` or `idempotencyKey`. */
  readonly argument: string;

  static {
    brand(this, 'InvalidArgumentError');
  }

  constructor(argument: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.argument = argument;
  }
}
