/** A fault rule cannot be used. The message names the field and says what it has to be; it holds no value. */
export class FaultRuleError extends Error {
  override readonly name = 'FaultRuleError';
  /** The field that is wrong, such as `nth`. */
  readonly field: string;

  constructor(field: string, problem: string) {
    super(`Fault rule: ${field} ${problem}.`);
    this.field = field;
  }
}
