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
}

/** A severity with its reason, not yet tied to an operation. */
export type Difference = Pick<Change, 'severity' | 'message'>;

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

/** The wire is the same; only words about it changed. */
export function docs(message: string): Difference {
  return { severity: 'docs', message };
}

const headings: Readonly<Record<Severity, string>> = {
  breaking: 'Breaking',
  compatible: 'Compatible',
  docs: 'Documentation',
};

/** The most severe severity among the changes; `undefined` when there is none. */
export function highestSeverity(changes: readonly Change[]): Severity | undefined {
  const severities = Object.keys(headings) as Severity[];
  return severities.find((severity) => changes.some((change) => change.severity === severity));
}

/** Markdown for a changeset: a list for each severity. What is the same at several operations stands there once. */
export function printChanges(changes: readonly Change[]): string {
  const severities = Object.keys(headings) as Severity[];
  const sections = severities.flatMap((severity) => {
    const lines = linesOf(changes.filter((change) => change.severity === severity));
    return lines.length === 0 ? [] : [`**${headings[severity]}**\n\n${lines.join('\n')}\n`];
  });
  return sections.length === 0 ? 'No change of the spec.\n' : sections.join('\n');
}

function linesOf(changes: readonly Change[]): string[] {
  const operations = new Map<string, Set<string>>();
  for (const { subject, message, operation } of changes) {
    const sentence = oneLine(`${subject} ${message}`);
    operations.set(sentence, (operations.get(sentence) ?? new Set()).add(operation));
  }
  return [...operations].map(([sentence, names]) => {
    const places = [...names].filter((name) => name !== 'the API').map((name) => `\`${oneLine(name)}\``);
    return places.length === 0 ? `- ${sentence}` : `- ${sentence}: ${places.join(', ')}`;
  });
}

/** Names and values of a spec must not start a line or a tag of the note they end up in. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replaceAll('<', '&lt;');
}
