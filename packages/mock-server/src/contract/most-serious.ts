import { entryOf } from '../violations/code-table.js';
import type { Finding } from '../violations/violation.js';

/** More findings than this in one message are dropped. */
const mostFindings = 100;

/** The findings that are kept of a message. Where some are dropped, errors are kept before warnings. */
export function mostSerious<Found extends Pick<Finding, 'code'>>(
  findings: readonly Found[],
): readonly Found[] {
  if (findings.length <= mostFindings) return findings;
  const warnings = findings.filter((finding) => !isError(finding));
  return [...findings.filter(isError), ...warnings].slice(0, mostFindings);
}

/** Whether a finding refuses a request and fails a test. */
export function isError({ code }: Pick<Finding, 'code'>): boolean {
  return entryOf(code).severity === 'error';
}
