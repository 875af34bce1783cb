import { type Change, type Difference, docs, type Severity } from './change.js';

const sections: readonly [Severity, string, (changes: readonly Change[]) => string[]][] = [
  ['breaking', 'Breaking', printEach],
  ['compatible', 'Compatible', printEach],
  ['docs', 'Documentation', printWords],
];

/** Markdown for a changeset: a list for each severity. What is the same at several places stands there once. */
export function printChanges(changes: readonly Change[]): string {
  const texts = sections.flatMap(([severity, heading, print]) => {
    const lines = print(changes.filter((change) => change.severity === severity));
    return lines.length === 0 ? [] : [`**${heading}**\n\n${lines.join('\n')}\n`];
  });
  return texts.length === 0 ? 'No change of the spec.\n' : texts.join('\n');
}

/** A line for each change, with the responses and operations it is found at. */
function printEach(changes: readonly Change[]): string[] {
  const groups = groupBy(changes, (change) =>
    `${change.subject} ${messageOf(change)}`.replace(theResponse, 'the response #'),
  );
  return [...groups].map(([sentence, group]) => {
    const statuses = new Set(group.flatMap(({ subject }) => theResponse.exec(subject)?.[1] ?? []));
    const text = statuses.size === 0 ? sentence : sentence.replace('#', [...statuses].join(', '));
    const operations = operationsOf(group);
    return line(operations === '' ? text : `${text}: ${operations}`);
  });
}

const theResponse = /the response (\w+)/;

/** A line for each schema whose words changed, with its fields; others as they are. */
function printWords(changes: readonly Change[]): string[] {
  const isOfSchema = ({ subject }: Change) => field.test(subject);
  const schemas = groupBy(changes.filter(isOfSchema), ({ subject }) => field.exec(subject)?.[1] ?? '');
  const lines = [...schemas].map(([name, group]) => {
    const fields = [...new Set(group.flatMap(({ subject }) => field.exec(subject)?.[2] ?? []))];
    const places = fields.length === 0 ? '' : `: ${short(fields.map((one) => `\`${one}\``))}`;
    const keywords = group.flatMap((change) => change.keywords ?? []);
    return line(`\`${name}\` ${messageOf(docs(...keywords))}${places}`);
  });
  return [...printEach(changes.filter((change) => !isOfSchema(change))), ...lines];
}

/** `Customer` or `Customer.phone` as a subject. */
const field = /^`([^.`]+)(?:\.([^`]+))?`$/;

/** The message, with the marks of how sure the spec is as one word. */
function messageOf({ message, keywords }: Difference): string {
  if (keywords === undefined) return message;
  return docs(...new Set(keywords.map((keyword) => keyword.replace(/^x-oms-.*/, 'marks')))).message;
}

function operationsOf(changes: readonly Change[]): string {
  const names = new Set(changes.map(({ operation }) => operation));
  return short([...names].filter((name) => name !== 'the API').map((name) => `\`${name}\``));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** Names and values of a spec must not start a line or a tag of the note they end up in. */
function line(text: string): string {
  return `- ${text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replaceAll('<', '&lt;')}`;
}

/** Four names, or three and how many more there are. */
function short(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
