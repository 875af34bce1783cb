import { brand, OmsError } from './oms-error.js';

/** An option of the client is missing or cannot be used. Thrown by the constructor, before anything is sent. */
export class ConfigurationError extends OmsError {
  /** The option to change, as it is written in `new OmsClient({ … })`. */
  readonly option: string;

  static {
    brand(this, 'ConfigurationError');
  }

  constructor(option: string, message: string) {
    super(message);
    this.option = option;
  }
}
