import type { Change, Direction, Ruling } from './change.js';
import { type CompareSchemas, type Finding, schemaComparison } from './compare-schemas.js';
import type { JsonNode } from './json-node.js';

/** A part of an operation: its name for people, and who writes what is in it. */
export interface Part {
  readonly operation: string;
  readonly name: string;
  readonly direction: Direction;
}

/** Two documents under comparison, with what their operations share. */
export class Comparison {
  readonly old: JsonNode;
  readonly now: JsonNode;
  readonly #schemas: Readonly<Record<Direction, CompareSchemas>>;

  constructor(old: JsonNode, now: JsonNode) {
    this.old = old;
    this.now = now;
    this.#schemas = {
      sent: schemaComparison(old, now, 'sent'),
      received: schemaComparison(old, now, 'received'),
    };
  }

  /** The changes of a schema that a part of an operation carries. */
  schemas(part: Part, before: unknown, after: unknown): Change[] {
    return this.#schemas[part.direction](before, after).map((finding) => ofFinding(part, finding));
  }
}

/** A change of a part itself. */
export function ofPart({ operation, name }: Part, { verdict, message }: Ruling): Change {
  return { verdict, operation, subject: name, place: name, message };
}

function ofFinding({ operation, name }: Part, { verdict, message, path, named }: Finding): Change {
  const field = print(path);
  const place = field === '' ? name : `${name}: ${field}`;
  const subject = named ? `\`${print(named)}\`` : field === '' ? name : `\`${field}\` of ${name}`;
  return { verdict, operation, subject, place, message };
}

/** `data[].phone` for `data`, `[]`, `phone`. */
function print(path: readonly string[]): string {
  return path.reduce((text, part) => text + (part === '[]' || text === '' ? part : `.${part}`), '');
}
