import type { Change, Verdict } from './change.js';

const headings: Readonly<Record<Verdict, string>> = {
  breaking: 'Breaking',
  compatible: 'Compatible',
  docs: 'Documentation',
};

/** The most severe verdict among the changes; `undefined` when there is none. */
export function mostSevereVerdict(changes: readonly Change[]): Verdict | undefined {
  const verdicts = Object.keys(headings) as Verdict[];
  return verdicts.find((verdict) => changes.some((change) => change.verdict === verdict));
}

/** Markdown for a changeset: a list for each verdict. What is the same at several operations stands there once. */
export function printChanges(changes: readonly Change[]): string {
  const verdicts = Object.keys(headings) as Verdict[];
  const sections = verdicts.flatMap((verdict) => {
    const lines = linesOf(changes.filter((change) => change.verdict === verdict));
    return lines.length === 0 ? [] : [`**${headings[verdict]}**\n\n${lines.join('\n')}\n`];
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
