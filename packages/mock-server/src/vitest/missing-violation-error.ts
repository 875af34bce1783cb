import type { ViolationCode } from '../violations/code-table.js';
import type { Violation } from '../violations/violation.js';

/** Fails a test that said it would break the contract and did not. */
export class MissingViolationError extends Error {
  override readonly name = 'MissingViolationError';
  /** The codes that were expected and did not come. */
  readonly codes: readonly ViolationCode[];

  constructor(codes: readonly ViolationCode[], found: readonly Violation[]) {
    const others = [...new Set(found.map(({ code }) => code))].join(', ') || 'none';
    super(`Expected violations that did not come: ${codes.join(', ')}. Found: ${others}.`);
    this.codes = codes;
  }
}
