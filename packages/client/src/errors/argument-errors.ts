import { brand, OmsError, type Outcome } from './oms-error.js';

/** An option of the client is missing or cannot be used. Thrown by the constructor, before anything is sent. */
export class ConfigurationError extends OmsError {
  /** The option to change, as it is written in `new OmsClient({ … })`. */
  readonly option: string;

  static {
    brand(this, 'ConfigurationError');
  }

  constructor(option: string, message: string, outcome?: Outcome) {
    super(message, undefined, outcome);
    this.option = option;
  }
}

/** An argument of a call cannot be sent. The message names the argument and the shape of its value, never the value. */
export class InvalidArgumentError extends OmsError {
  /** The argument to change, such as `customerId` or `idempotencyKey`. */
  readonly argument: string;

  static {
    brand(this, 'InvalidArgumentError');
  }

  constructor(argument: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.argument = argument;
  }
}
