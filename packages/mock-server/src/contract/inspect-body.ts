import { arrayOr, isJsonObject, type JsonObject } from '../json/json-object.js';
import { schemasFor } from './declared-properties.js';
import { locationOf, type Place } from './place.js';
import { type SchemaShape, SchemaShapes } from './schema-shape.js';

/** Something in a body that JSON Schema itself says nothing about. */
export interface Observation {
  readonly kind: 'read-only' | 'write-only' | 'undeclared-property' | 'open-enum' | 'discriminator';
  readonly location: readonly string[];
}

/** Called with what a walk comes upon. */
type Note = (kind: Observation['kind'], place: Place) => void;

/** Walks bodies along their schemas and notes what Prism is blind to. */
export class BodyInspector {
  readonly #shapes: SchemaShapes;
  readonly #writeOnlyNames: ReadonlySet<string>;

  /** `writeOnlyNames`: properties that no response may have wherever the spec does not leave an object open. */
  constructor(root: JsonObject, writeOnlyNames: ReadonlySet<string>) {
    this.#shapes = new SchemaShapes(root);
    this.#writeOnlyNames = writeOnlyNames;
  }

  /** Everything remarkable in a body. */
  inspect(schema: JsonObject, body: unknown): Observation[] {
    const observations: Observation[] = [];
    const note: Note = (kind, place) => observations.push({ kind, location: locationOf(place) });
    this.#walk([schema], body, { above: undefined, step: 'body' }, note);
    return observations;
  }

  #walk(schemas: readonly JsonObject[], value: unknown, place: Place, note: Note): void {
    const shape = this.#shapes.of(schemas, value);
    noteMarks(shape, value, place, note);
    if (Array.isArray(value)) this.#walkItems(shape.views, value, place, note);
    else if (isJsonObject(value)) this.#walkProperties(shape.views, value, place, note);
  }

  #walkItems(views: readonly JsonObject[], items: readonly unknown[], above: Place, note: Note): void {
    for (const [index, item] of items.entries()) {
      const schemas = views
        .map((view) => arrayOr(view['prefixItems'])[index] ?? view['items'])
        .filter(isJsonObject);
      this.#walk(schemas, item, { above, step: String(index) }, note);
    }
  }

  #walkProperties(views: readonly JsonObject[], value: JsonObject, above: Place, note: Note): void {
    for (const [step, item] of Object.entries(value)) {
      const schemas = schemasFor(views, step);
      if (schemas === undefined) this.#walkUndeclared(item, { above, step }, note);
      else this.#walk(schemas, item, { above, step }, note);
    }
  }

  #walkUndeclared(value: unknown, place: Place, note: Note): void {
    if (!this.#writeOnlyNames.has(place.step)) note('undeclared-property', place);
    this.#noteWriteOnly(value, place, note);
  }

  #noteWriteOnly(value: unknown, place: Place, note: Note): void {
    if (this.#writeOnlyNames.has(place.step)) note('write-only', place);
    else if (typeof value === 'object' && value !== null) {
      for (const [step, item] of Object.entries(value)) {
        this.#noteWriteOnly(item, { above: place, step }, note);
      }
    }
  }
}

function noteMarks(shape: SchemaShape, value: unknown, place: Place, note: Note): void {
  const { isReadOnly, isWriteOnly, openEnums, unknownAlternative } = shape;
  if (isReadOnly) note('read-only', place);
  if (isWriteOnly) note('write-only', place);
  if (openEnums.some((values) => isDrift(values, value))) note('open-enum', place);
  if (unknownAlternative !== undefined) note('discriminator', { above: place, step: unknownAlternative });
}

function isDrift(values: readonly unknown[], value: unknown): boolean {
  return typeof value === 'string' && !values.includes(value);
}
