import { partsWithin, referenceName } from '../model/read-model.js';
import {
  type Body,
  type Confidence,
  confidences,
  type Marks,
  type Operation,
  type Parameter,
  type Schema,
  type SpecModel,
} from '../model/spec-model.js';

/** Statements of one kind, or of one operation, by name. */
export interface CoverageRow {
  readonly title: string;
  readonly statements: ReadonlyMap<string, Confidence>;
}

/** How sure the spec is: in all, and of each operation and event. */
export function specCoverage(model: SpecModel): { totals: CoverageRow[]; operations: CoverageRow[] } {
  const facts = [...model.operations, ...model.events].map((operation) => factsOf(operation, model));
  const named = (isEvent: boolean) =>
    new Map(facts.filter((fact) => fact.isEvent === isEvent).map(({ name, mark }) => [name, mark]));
  const all = (pick: (fact: Facts) => ReadonlyMap<string, Confidence> | false) => surest(facts.map(pick));
  return {
    totals: [
      { title: 'Operations', statements: named(false) },
      { title: 'Events', statements: named(true) },
      { title: 'Parameters', statements: all(({ parameters }) => parameters) },
      { title: 'Responses', statements: all(({ isEvent, responses }) => !isEvent && responses) },
      { title: 'Request fields', statements: all(({ isEvent, sent }) => !isEvent && sent) },
      { title: 'Response fields', statements: all(({ isEvent, received }) => !isEvent && received) },
      { title: 'Event fields', statements: all(({ isEvent, sent }) => isEvent && sent) },
      { title: 'Keywords', statements: all(({ keywords }) => keywords) },
    ],
    operations: facts.map(({ name, sent, received, parameters }) => {
      return { title: name, statements: new Map([...parameters, ...sent, ...received]) };
    }),
  };
}

interface Facts {
  readonly name: string;
  readonly isEvent: boolean;
  readonly mark: Confidence;
  readonly parameters: ReadonlyMap<string, Confidence>;
  /** By status: a documented operation may have an inferred response. */
  readonly responses: ReadonlyMap<string, Confidence>;
  readonly sent: ReadonlyMap<string, Confidence>;
  readonly received: ReadonlyMap<string, Confidence>;
  /** What is said with a confidence of its own: constraints, and descriptions that no page states. */
  readonly keywords: ReadonlyMap<string, Confidence>;
}

function factsOf(operation: Operation, model: SpecModel): Facts {
  const { name, isEvent, parameters, body, responses } = operation;
  const mark = confidenceOf(operation) ?? 'documented';
  const partsOf = (part: Body | undefined) => markedParts(part?.schema ?? {}, model, mark, 'body');
  const titleOf = (parameter: Parameter) => `${name} ${parameter.in} ${parameter.name}`;
  const markOf = (marks: Marks) => confidenceOf(marks) ?? mark;
  const given = parameters.map((parameter) =>
    markedParts(parameter.schema ?? {}, model, markOf(parameter), titleOf(parameter)),
  );
  const [sent, ...received] = [body, ...responses.map((response) => response.body)].map(partsOf);
  return {
    name,
    isEvent,
    mark,
    parameters: new Map(parameters.map((parameter) => [titleOf(parameter), markOf(parameter)])),
    responses: new Map(responses.map((response) => [`${name} ${response.status}`, markOf(response)])),
    sent: sent?.fields ?? new Map(),
    received: surest(received.map(({ fields }) => fields)),
    keywords: surest(
      [...given, ...(sent === undefined ? [] : [sent]), ...received].map(({ keywords }) => keywords),
    ),
  };
}

/** A field that is used in many places is as sure as the surest of them. */
function surest(maps: readonly (ReadonlyMap<string, Confidence> | false)[]): Map<string, Confidence> {
  const all = new Map<string, Confidence>();
  for (const [name, mark] of maps.flatMap((map) => (map === false ? [] : [...map]))) {
    const known = all.get(name) ?? mark;
    all.set(name, confidences.indexOf(mark) < confidences.indexOf(known) ? mark : known);
  }
  return all;
}

/** A mark of the spec; `undefined` where there is none. */
function confidenceOf(marks: Marks): Confidence | undefined {
  return confidences.find((confidence) => confidence === marks['x-oms-confidence']);
}

/** Fields of a body, and the keywords of these that have a confidence of their own, by name. */
interface MarkedParts {
  /** Such as `Customer.email`. */
  readonly fields: ReadonlyMap<string, Confidence>;
  /** Such as `Customer.id pattern` or `Customer required`. */
  readonly keywords: ReadonlyMap<string, Confidence>;
}

/** What a body or a parameter called `title` says; a field without a mark has that of its schema, or of the operation. */
function markedParts(
  schema: Schema,
  { resolve }: SpecModel,
  operation: Confidence,
  title: string,
): MarkedParts {
  const fields = new Map<string, Confidence>();
  const keywords = new Map<string, Confidence>();
  const visit = (value: Schema, name: string, inherited: Confidence): void => {
    const whole = resolve(value);
    const own = value.$ref === undefined ? name : referenceName(value.$ref);
    const mark = confidenceOf(whole) ?? (value.$ref === undefined ? inherited : operation);
    for (const [keyword, of] of Object.entries(whole['x-oms-confidence-of'] ?? {})) {
      const known = confidences.find((confidence) => confidence === of);
      if (known !== undefined) keywords.set(`${own} ${keyword}`, known);
    }
    for (const [key, property] of Object.entries(whole.properties ?? {})) {
      const field = `${own}.${key}`;
      if (fields.has(field)) continue;
      const ofField = confidenceOf(property) ?? mark;
      fields.set(field, ofField);
      visit(property, field, ofField);
    }
    for (const part of partsWithin(whole)) visit(part, own, mark);
  };
  visit(schema, title, operation);
  return { fields, keywords };
}

/** A Markdown table with a row for each kind or operation, its columns as wide as their longest cell. */
export function printCoverage(heading: string, rows: readonly CoverageRow[]): string {
  const cells = rows.map(({ title, statements }) => {
    const marks = [...statements.values()];
    const counts = confidences.map((confidence) => marks.filter((mark) => mark === confidence).length);
    return [title, ...counts.map(String), String(marks.length)];
  });
  const table = [[heading, ...confidences, 'all'], ...cells];
  const widths = (table[0] ?? []).map((_cell, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) => line(row, widths));
  const rule = `| ${widths.map((width, column) => `${'-'.repeat(width - 1)}${column === 0 ? '-' : ':'}`).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1), ''].join('\n');
}

function line(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return `| ${cells.join(' | ')} |`;
}
