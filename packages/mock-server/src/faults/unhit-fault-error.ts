import type { InjectedFault } from './counted-fault.js';

/** Thrown for fault rules that hit nothing: what was to be tried never happened. */
export class UnhitFaultError extends Error {
  override readonly name = 'UnhitFaultError';
  readonly faults: readonly InjectedFault[];

  constructor(faults: readonly InjectedFault[]) {
    super(['Fault rules that hit nothing:', ...faults.map(describeFault)].join('\n'));
    this.faults = faults;
  }
}

/** Throws UnhitFaultError for rules that hit nothing. A rule with a probability may miss every call. */
export function assertAllHit(faults: readonly InjectedFault[]): void {
  const unhit = faults.filter(({ rule, hits }) => hits === 0 && rule.probability === undefined);
  if (unhit.length > 0) throw new UnhitFaultError(unhit);
}

/** A rule as it is written on the command line, and why it hit nothing. */
function describeFault({ rule: { kind, ...fields }, calls }: InjectedFault): string {
  const parts = Object.entries(fields).map(([name, value]) => `; ${name}=${value}`);
  const seen =
    calls === 0 ? 'no call was one it is about' : `it was about ${calls} of the calls, and none fitted`;
  return `  ${kind}${parts.join('')}: ${seen}`;
}
