import { type JsonNode, keysOf, same } from '../model/json-node.js';
import type { SpecModel } from '../model/spec-model.js';
import {
  type Change,
  type CompareSchemas,
  type Difference,
  type Direction,
  docs,
  type Finding,
} from './change.js';
import { schemaComparison } from './compare-schemas.js';

/** A part of an operation: its name for people, and who writes what is in it. */
export interface Part {
  readonly operation: string;
  readonly name: string;
  readonly direction: Direction;
}

/** Two specs under comparison, with what their operations share. */
export class Comparison {
  readonly old: SpecModel;
  readonly now: SpecModel;
  readonly #schemas: Readonly<Record<Direction, CompareSchemas>>;

  constructor(old: SpecModel, now: SpecModel) {
    this.old = old;
    this.now = now;
    this.#schemas = {
      sent: schemaComparison(old.document, now.document, 'sent'),
      received: schemaComparison(old.document, now.document, 'received'),
    };
  }

  /** The changes of a schema that a part of an operation carries. */
  schemas(part: Part, before: unknown, after: unknown): Change[] {
    return this.#schemas[part.direction](before, after).map((finding) => ofFinding(part, finding));
  }
}

/** A change of a part itself. */
export function ofPart({ operation, name }: Part, difference: Difference): Change {
  return { ...difference, operation, subject: name, place: name };
}

function ofFinding({ operation, name }: Part, { path, named, ...difference }: Finding): Change {
  const field = print(path);
  const place = field === '' ? name : `${name}: ${field}`;
  const subject = named ? `\`${print(named)}\`` : field === '' ? name : `\`${field}\` of ${name}`;
  return { ...difference, operation, subject, place };
}

/** `data[].phone` for `data`, `[]`, `phone`. */
function print(path: readonly string[]): string {
  return path.reduce((text, part) => text + (part === '[]' || text === '' ? part : `.${part}`), '');
}

/** Descriptions, examples and marks of a part. */
export function compareWords(part: Part, old: JsonNode, now: JsonNode): Change[] {
  const isWord = (key: string) =>
    key.startsWith('x-') || /^(description|summary|examples?|deprecated)$/.test(key);
  const changed = keysOf(old, now).filter((key) => isWord(key) && !same(old[key], now[key]));
  return changed.length === 0 ? [] : [ofPart(part, docs(...changed))];
}
