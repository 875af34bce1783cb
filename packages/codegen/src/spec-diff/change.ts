/** What a change means for integrators: code to fix, nothing to do, or only docs to read again. */
export type Severity = 'breaking' | 'compatible' | 'docs';

/** From the integrator's side: what they write, and what they read. An event's body is `received`, its response `sent`. */
export type Direction = 'sent' | 'received';

/** One thing that an integrator can notice, at one operation or event. */
export interface Change {
  readonly severity: Severity;
  /** `GET /customers`, `event wallet.provisioned`, or `the API` for what holds everywhere. */
  readonly operation: string;
  /** What changed, in Markdown: `Customer.phone`, the query parameter `limit`, the operation. */
  readonly subject: string;
  /** Where at the operation: `the response 200: data[].phone`. Empty for the operation as a whole. */
  readonly place: string;
  /** What is different, as the rest of a sentence that begins with the subject. */
  readonly message: string;
  /** The keywords that differ when only words do. */
  readonly keywords?: readonly string[];
}

/** A severity with its reason, not yet tied to an operation. */
export type Difference = Pick<Change, 'severity' | 'message' | 'keywords'>;

/** A difference on a part of a schema. */
export interface Finding extends Difference {
  /** The path to the part: property names, `[]` for entries of a list, `*` for properties without a name. */
  readonly path: readonly string[];
  /** The same path from the nearest schema that has a name, beginning with that name. */
  readonly named: readonly string[] | undefined;
}

/** Compares two schemas; the parts compare theirs by the same function. */
export type CompareSchemas = (before: unknown, after: unknown) => readonly Finding[];

/** The findings about a part, seen from the whole. */
export function below(segment: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, path: [segment, ...finding.path] }));
}

/** Fewer values than before: what is sent may be refused now, what is received was already expected. */
export function narrower(direction: Direction, message: string): Difference {
  return { severity: direction === 'sent' ? 'breaking' : 'compatible', message };
}

/** More values than before: what is sent is still taken, what is received may be new to the reader. */
export function wider(direction: Direction, message: string): Difference {
  return { severity: direction === 'sent' ? 'compatible' : 'breaking', message };
}

/** Other values than before, or a difference that cannot be compared: the worst is assumed. */
export function breaking(message: string): Difference {
  return { severity: 'breaking', message };
}

/** Nothing that works today stops working. */
export function compatible(message: string): Difference {
  return { severity: 'compatible', message };
}

/** The wire is the same; only words about it changed, in these keywords. */
export function docs(...keywords: readonly string[]): Difference {
  const sorted = [...keywords].sort();
  return { severity: 'docs', message: `has a different ${sorted.join(', ')}`, keywords: sorted };
}

const severities = ['breaking', 'compatible', 'docs'] as const satisfies readonly Severity[];

/** The most severe severity among the changes; `undefined` when there is none. */
export function highestSeverity(changes: readonly Change[]): Severity | undefined {
  return severities.find((severity) => changes.some((change) => change.severity === severity));
}
