import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@redocly/openapi-core';
import { type SpecProblem, SpecProblems } from '../load/spec-problems.js';
import { confidences, type Schema, type SpecModel } from '../model/spec-model.js';
import { banner } from './facts.js';

const file = 'kyc/fields.yaml';

/** What a customer is asked for in one place of a form, or one part of a document. */
interface Field {
  readonly label: string;
  readonly kind: (typeof kinds)[number];
  readonly autocomplete?: string;
  readonly isRequired?: boolean;
  readonly actor?: 'integrator';
  readonly choices?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, Field>>;
}

/** What a requirement code asks for. */
interface Code {
  /** A path, or the first name of several. */
  readonly field?: string;
  readonly endorsement?: string;
  readonly actor?: 'oms' | 'nobody';
  readonly source: string;
  readonly confidence: string;
}

/** The table that stands beside the spec. */
export interface KycTable {
  readonly sources: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly codes: Readonly<Record<string, Code>>;
}

const kinds = ['text', 'date', 'email', 'tel', 'country', 'choice', 'document'] as const;

/**
 * Reads the table of fields and codes below `root`.
 *
 * @throws {SpecProblems} when it names something that neither the spec nor the table has.
 */
export function readKycTable(root: string, model: SpecModel): KycTable {
  const table = parseYaml(readFileSync(join(root, 'openapi', file), 'utf8')) as KycTable;
  const problems = [...problemsOfFields(table, model), ...problemsOfCodes(table, model)];
  if (problems.length > 0) throw new SpecProblems(problems);
  return table;
}

function problemsOfFields({ fields }: KycTable, model: SpecModel): SpecProblem[] {
  return allFields(fields).flatMap(([path, { kind, choices }]) => {
    const schema = schemaAt(path, model);
    if (schema === undefined) return [problem(`${path} is no field of CustomerUpdateRequest.`)];
    if (!kinds.includes(kind)) return [problem(`${path} has a kind that does not exist, ${kind}.`)];
    const [given, known] = [Object.keys(choices ?? {}), (schema.enum ?? []).map(String)];
    const isComplete = schema.enum === undefined || known.join() === given.join();
    return isComplete ? [] : [problem(`The choices of ${path} must be ${known.join(', ')}.`)];
  });
}

function problemsOfCodes({ sources, fields, codes }: KycTable, { schemas }: SpecModel): SpecProblem[] {
  const names = Object.keys(fields).map((path) => path.split('.')[0]);
  const endorsements = schemas['EndorsementName']?.enum ?? [];
  const spellings = Object.keys(codes).map(spelling);
  return Object.entries(codes).flatMap(([code, { field, endorsement, actor, source, confidence }], index) => {
    const asked = [field, endorsement, actor].filter((name) => name !== undefined);
    const found: readonly [boolean, string][] = [
      [asked.length !== 1, `${code} has to ask for one thing.`],
      [
        field !== undefined && !names.includes(field),
        `${code} asks for ${field}, which is no field of the table.`,
      ],
      [
        endorsement !== undefined && !endorsements.includes(endorsement),
        `${code} asks for an endorsement that does not exist, ${endorsement}.`,
      ],
      [!Object.hasOwn(sources, source), `${code} has a source that is not listed.`],
      [!confidences.some((known) => known === confidence), `${code} has a confidence that does not exist.`],
      [spellings.indexOf(spelling(code)) !== index, `${code} is there twice.`],
    ];
    return found.filter(([isWrong]) => isWrong).map(([, message]) => problem(message));
  });
}

function problem(message: string): SpecProblem {
  return { file, message };
}

/** The fields and the parts of documents, by their paths. */
function allFields(fields: KycTable['fields']): [path: string, field: Field][] {
  return Object.entries(fields).flatMap(([path, field]) => [
    [path, field] as [string, Field],
    ...Object.entries(field.parts ?? {}).map(([name, part]): [string, Field] => [`${path}.0.${name}`, part]),
  ]);
}

/** What a path of the update request leads to. */
function schemaAt(path: string, { schemas, resolve }: SpecModel): Schema | undefined {
  return path.split('.').reduce<Schema | undefined>((schema, name) => {
    const inner = name === '0' ? schema?.items : schema?.properties?.[name];
    return inner && resolve(inner);
  }, schemas['CustomerUpdateRequest']);
}

/** `firstname` for `first_name` and `firstName`. */
function spelling(code: string): string {
  return code.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

/** What the planner of the client reads. */
export function generateKycFields({ fields, codes }: KycTable, model: SpecModel): string {
  const rows = Object.entries(fields).map(([path, field]) => {
    const parts = Object.entries(field.parts ?? {}).map(([name, part]) =>
      row(`${path}.0.${name}`, { autocomplete: 'off', isRequired: true, ...part }, model),
    );
    return { ...row(path, field, model), ...(parts.length > 0 && { parts }) };
  });
  const meanings = new Map<string, { subject: string; name: string; codes: string[] }>();
  for (const [code, { field, endorsement, actor }] of Object.entries(codes)) {
    const name = field ?? endorsement ?? actor ?? '';
    const subject = field === undefined ? (endorsement === undefined ? 'actor' : 'endorsement') : 'field';
    const meaning = meanings.get(`${subject} ${name}`) ?? { subject, name, codes: [] };
    if (spelling(code) !== spelling(name)) meaning.codes.push(spelling(code));
    meanings.set(`${subject} ${name}`, meaning);
  }
  return `${banner}/** A field of a form, but for why it is asked for. */
export interface FieldRow {
  readonly path: string;
  readonly label: string;
  readonly kind: ${kinds.map(quoted).join(' | ')};
  readonly autocomplete: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly isRequired: boolean;
  readonly isSensitive: boolean;
  readonly actor: 'customer' | 'integrator';
  readonly parts?: readonly FieldRow[];
}

/** The fields, in the order of a form. */
export const fieldRows: readonly FieldRow[] = ${literal(rows)};

/** A field by the first name of its path, an endorsement, or who works on it; and the codes that ask for it beside its name. */
export interface Meaning {
  readonly subject: 'field' | 'endorsement' | 'actor';
  readonly name: string;
  /** In small letters and without anything between them. */
  readonly codes: readonly string[];
}

/** What requirement codes mean. */
export const meanings: readonly Meaning[] = ${literal([...meanings.values()])};
`;
}

function row(
  path: string,
  { label, kind, autocomplete, isRequired, actor, choices }: Field,
  model: SpecModel,
) {
  return {
    path,
    label,
    kind,
    autocomplete,
    ...(choices && { choices: Object.entries(choices).map(([value, text]) => ({ value, label: text })) }),
    isRequired,
    isSensitive: isWriteOnly(path, model),
    actor: actor ?? 'customer',
  };
}

function isWriteOnly(path: string, model: SpecModel): boolean {
  const names = path.split('.');
  return names.some((_, index) => schemaAt(names.slice(0, index + 1).join('.'), model)?.writeOnly === true);
}

const quoted = (text: string): string => `'${text}'`;

const literal = (value: unknown): string => JSON.stringify(value, null, 2);
