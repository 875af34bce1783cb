import { type FoundOperation, findOperations } from '../spec-diff/find-operations.js';
import { dereference, type JsonNode, nodeOf } from '../spec-diff/json-node.js';
import { type Confidence, confidenceOf, confidences, markedFields } from './marked-fields.js';

/** Statements of one kind, or of one operation, by name. */
export interface CoverageRow {
  readonly title: string;
  readonly statements: ReadonlyMap<string, Confidence>;
}

/** How sure the spec is: in all, and of each operation and event. */
export function specCoverage(document: JsonNode): { totals: CoverageRow[]; operations: CoverageRow[] } {
  const found = [...findOperations(document).values()];
  const facts = found.map((operation) => factsOf(operation, document));
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

function factsOf({ name, isEvent, operation, parameters }: FoundOperation, document: JsonNode): Facts {
  const mark = confidenceOf(operation) ?? 'documented';
  const fieldsOf = (part: unknown) => {
    const body = nodeOf(nodeOf(dereference(part, document)['content'])['application/json']);
    return markedFields(body['schema'], document, mark);
  };
  const given = parameters.map((value) => {
    const parameter = dereference(value, document);
    const title = `${name} ${parameter['in']} ${parameter['name']}`;
    const ofParameter = confidenceOf(parameter) ?? mark;
    const { keywords } = markedFields(parameter['schema'], document, ofParameter, title);
    return { title, ofParameter, keywords };
  });
  const sent = fieldsOf(operation['requestBody']);
  const byStatus = Object.entries(nodeOf(operation['responses']));
  const responses = byStatus.map(([, response]) => fieldsOf(response));
  return {
    name,
    isEvent,
    mark,
    parameters: new Map(given.map(({ title, ofParameter }) => [title, ofParameter])),
    responses: new Map(
      byStatus.map(([status, response]) => [
        `${name} ${status}`,
        confidenceOf(dereference(response, document)) ?? mark,
      ]),
    ),
    sent: sent.fields,
    received: surest(responses.map(({ fields }) => fields)),
    keywords: surest([...given, sent, ...responses].map(({ keywords }) => keywords)),
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
