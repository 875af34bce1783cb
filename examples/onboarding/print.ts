import type { MockServer, RecordedRequest, Violation } from '@oms-sdk/mock-server';
import type { Outcome, Story } from './steps.js';

/** The requests and violations of one step. */
export interface Traffic {
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
}

export function printTitle(url: string): void {
  console.log(`\nCustomer onboarding with @oms-sdk/client, against the sandbox at ${url}\n`);
}

export function printStep(
  number: number,
  title: string,
  outcome: Outcome | { failure: unknown },
  { requests, violations }: Traffic,
): void {
  console.log(`${String(number).padStart(2)}. ${title}`);
  for (const { method, path, status, faults = [] } of requests) {
    const came = status === 0 ? '···' : String(status);
    const hit = faults.length === 0 ? verdict(violations) : `⚡ injected: ${faults.join(', ')}`;
    console.log(`      ${method.padEnd(6)} ${path.padEnd(36)} ${came}  ${hit}`);
  }
  for (const { severity, code, location, message } of violations)
    console.log(`      ${severity === 'notice' ? '·' : '✗'} ${code} at ${location.join('.')}: ${message}`);
  for (const line of describe(outcome)) console.log(`      ${line}`);
}

export function printSummary(
  story: Story,
  { requests, violations: found }: Pick<MockServer, 'requests' | 'violations'>,
): void {
  const violations = breaches(found);
  const count = violations.length === 1 ? '1 contract violation' : `${violations.length} contract violations`;
  const faulty = requests.filter(({ faults }) => faults !== undefined).length;
  const { customerId, endorsements, walletAddress, status } = story;
  const path = [customerId, endorsements, walletAddress, status]
    .map((part) => part ?? 'not reached')
    .join(' → ');
  console.log(
    `\n${violations.length === 0 ? '✓' : '✗'} ${requests.length} requests, ${faulty} hit by a fault, ${count}: ${path}`,
  );
}

function verdict(violations: readonly Violation[]): string {
  return breaches(violations).length === 0 ? '✓ matches the contract' : '✗ breaks the contract';
}

function describe(outcome: Outcome | { failure: unknown }): string[] {
  if ('failure' in outcome) return [`✗ ${String(outcome.failure)}`];
  return Object.entries(outcome).map(([name, value]) => `${name}: ${String(value)}`);
}

/** What breaks the contract, which a notice does not: it says for example that the operation is announced only. */
export function breaches(violations: readonly Violation[]): readonly Violation[] {
  return violations.filter(({ severity }) => severity !== 'notice');
}
