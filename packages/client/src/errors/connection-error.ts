import { brand, OmsError } from './oms-error.js';

/** No answer came: the name was not resolved, the connection was refused or broke. `cause` says why. */
export class ConnectionError extends OmsError {
  static {
    brand(this, 'ConnectionError');
  }
}
