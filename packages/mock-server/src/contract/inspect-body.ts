import { isJsonObject, type JsonObject, objectOr, safeName } from '../json/json-object.js';
import { nearest } from '../option-check.js';
import { SpecNode } from '../spec/spec-node.js';
import { writeOnlyNames } from '../spec/spec-walk.js';
import type { ViolationCode } from '../violations/code-table.js';
import { type Finding, mostFindings } from '../violations/violation.js';
import { type SchemaShape, SchemaShapes, schemasFor, schemasOfItem } from './schema-shape.js';

/** What JSON Schema itself says nothing about. */
type Mark =
  | 'read-only'
  | 'write-only'
  | 'undeclared-property'
  | 'unknown-value'
  | 'empty-list'
  | 'open-enum'
  | 'discriminator';

type Direction = 'request' | 'response' | 'event';

/** A place in a body as a chain of steps: made for every value, spelled out for the few that are reported. */
interface Place {
  readonly above: Place | undefined;
  readonly step: string;
}

/** One walk along a body. */
interface Walk {
  /** Properties that may have no place here wherever the spec does not leave an object open. */
  readonly hiddenNames: ReadonlySet<string>;
  readonly note: (mark: Mark, place: Place, meant?: Meant) => void;
}

/** What was given, and what the spec has to choose from there. */
interface Meant {
  readonly given: string;
  readonly known: () => readonly string[];
}

/** What a mark means in each direction; nothing where it is as it should be. */
const codes: Readonly<Record<Direction, Partial<Record<Mark, ViolationCode>>>> = {
  request: {
    'read-only': 'request.body.read-only',
    'undeclared-property': 'request.body.undeclared-property',
    'unknown-value': 'request.body.unknown-value',
    'empty-list': 'request.body.empty-list',
    'open-enum': 'request.body.enum',
    discriminator: 'request.body.discriminator',
  },
  response: {
    'write-only': 'response.body.write-only',
    'undeclared-property': 'response.body.undeclared-property',
    'open-enum': 'response.body.open-enum',
    discriminator: 'response.body.discriminator',
  },
  event: {
    'write-only': 'event.body.write-only',
    'undeclared-property': 'event.body.undeclared-property',
    'open-enum': 'event.body.open-enum',
    discriminator: 'event.body.discriminator',
  },
};

const sentences: Readonly<Record<Mark, string>> = {
  'read-only': 'Only the server may set it.',
  'write-only': 'May be sent and never comes back.',
  'undeclared-property': 'The spec does not know this property.',
  'unknown-value': 'The spec does not name this value.',
  'empty-list': 'The list is empty, which need not mean none.',
  'open-enum': 'The spec does not list this value yet.',
  discriminator: 'Names none of the alternatives.',
};

/** Walks bodies along their schemas and finds what neither Prism nor a compiled schema sees. */
export class BodyInspector {
  readonly #shapes: SchemaShapes;
  readonly #writeOnlyNames: ReadonlySet<string>;

  constructor(document: JsonObject) {
    this.#shapes = new SchemaShapes(document);
    this.#writeOnlyNames = writeOnlyNames(SpecNode.of(document));
  }

  /** Everything to be said about a body. */
  inspect(direction: Direction, schema: JsonObject, body: unknown): Finding[] {
    const findings: Finding[] = [];
    const note: Walk['note'] = (mark, place, meant) => {
      const code = codes[direction][mark];
      if (code === undefined) return;
      const isHelpful = direction === 'request' && findings.length < mostFindings;
      const words = isHelpful && meant ? withSuggestion(mark, meant) : { message: sentences[mark] };
      findings.push({ code, location: locationOf(place), ...words });
    };
    const hiddenNames = direction === 'request' ? new Set<string>() : this.#writeOnlyNames;
    this.#visit([schema], body, { above: undefined, step: 'body' }, { hiddenNames, note });
    return findings;
  }

  #visit(schemas: readonly JsonObject[], value: unknown, place: Place, walk: Walk): void {
    const shape = this.#shapes.of(schemas, value);
    noteMarks(shape, value, place, walk);
    if (Array.isArray(value)) this.#visitItems(shape, value, place, walk);
    else if (isJsonObject(value)) this.#visitProperties(shape, value, place, walk);
  }

  #visitItems(shape: SchemaShape, items: readonly unknown[], above: Place, walk: Walk): void {
    for (const [index, item] of items.entries())
      this.#visit(schemasOfItem(shape, index), item, { above, step: String(index) }, walk);
    if (items.length === 0 && this.#takesNames(shape)) walk.note('empty-list', above);
  }

  /** Whether the items of a list are texts of which the spec names some. */
  #takesNames({ items }: SchemaShape): boolean {
    return this.#shapes.of(items, undefined).knownValues.length > 0;
  }

  #visitProperties(shape: SchemaShape, value: JsonObject, above: Place, walk: Walk): void {
    for (const [step, item] of Object.entries(value)) {
      const schemas = schemasFor(shape, step);
      if (schemas !== undefined) this.#visit(schemas, item, { above, step }, walk);
      else {
        const known = () => namesIn(shape.views).filter((name) => !Object.hasOwn(value, name));
        if (!walk.hiddenNames.has(step))
          walk.note('undeclared-property', { above, step }, { given: step, known });
        noteHidden(item, { above, step }, walk);
      }
    }
  }
}

function noteMarks(shape: SchemaShape, value: unknown, place: Place, { note }: Walk): void {
  const { isReadOnly, isWriteOnly, openEnums, knownValues, unknownAlternative } = shape;
  if (isReadOnly) note('read-only', place);
  if (isWriteOnly) note('write-only', place);
  if (openEnums.some((values) => isNewValue(values, value))) note('open-enum', place);
  if (typeof value === 'string' && !isKnown(knownValues, value))
    note('unknown-value', place, { given: value, known: () => knownValues });
  if (unknownAlternative !== undefined) note('discriminator', { above: place, step: unknownAlternative });
}

function noteHidden(value: unknown, place: Place, walk: Walk): void {
  if (walk.hiddenNames.has(place.step)) walk.note('write-only', place);
  else if (typeof value === 'object' && value !== null) {
    for (const [step, item] of Object.entries(value)) noteHidden(item, { above: place, step }, walk);
  }
}

/** A text that ends in a star stands for all that begin like it, where the spec names such a text itself. */
function isKnown(values: readonly string[], value: string): boolean {
  if (values.length === 0 || values.includes(value)) return true;
  if (!value.endsWith('*') || !values.some((known) => known.endsWith('*'))) return false;
  return values.some((known) => known.startsWith(value.slice(0, -1)));
}

function isNewValue(values: readonly unknown[], value: unknown): boolean {
  return typeof value === 'string' && !values.includes(value);
}

/** The names of the properties that schemas list and a caller may set. */
function namesIn(views: readonly JsonObject[]): string[] {
  const declared = views.flatMap((view) => Object.entries(objectOr(view['properties'])));
  return declared.filter(([, schema]) => objectOr(schema)['readOnly'] !== true).map(([name]) => name);
}

/** More values than this say no more. */
const mostListed = 20;

/** What a mark means, and what was probably meant, if the spec has anything near; else the values there are. */
function withSuggestion(mark: Mark, { given, known }: Meant): Pick<Finding, 'message' | 'suggestion'> {
  const message = sentences[mark];
  const there = known();
  const near = nearest(given, there);
  if (near !== undefined) {
    const suggestion = safeName(near);
    return { message: message.replace(/\.$/, `; did you mean ${suggestion}?`), suggestion };
  }
  if (mark !== 'unknown-value') return { message };
  return {
    message: message.replace(/\.$/, `: it names ${there.slice(0, mostListed).map(safeName).join(', ')}.`),
  };
}

/** The steps from the outside in, fit to be shown. */
function locationOf(place: Place): string[] {
  const steps: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.above) steps.push(safeName(at.step));
  return steps.reverse();
}
