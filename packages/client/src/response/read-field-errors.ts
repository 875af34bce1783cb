import type { FieldError } from '../errors/api-error.js';
import { fieldNames } from '../generated/field-names.gen.js';

const mostErrors = 100;
/** A body may be of any size and depth. */
const mostNodes = 2_000;
const longestLocation = 200;

const places: Readonly<Record<string, FieldError['in']>> = {
  body: 'body',
  query: 'query',
  path: 'path',
  params: 'path',
  header: 'header',
  headers: 'header',
};

/** Properties in which error bodies list what was refused. */
const isList =
  /^(?:_?errors?|details|issues|info|fields|properties|items|violations|validation|(?:field|validation)_?errors|invalid[_-]?params)$/i;

/**
 * Reads which parts of a request were refused out of an error body of any common shape: lists whose entries name the place, maps
 * and trees by the names of the fields, and a `source` beside the code. Of names, only those of the spec are kept.
 */
export function readFieldErrors(body: unknown, operation: string): readonly FieldError[] {
  const found: FieldError[] = [];
  const usual = /^(?:GET|DELETE) /.test(operation) ? 'query' : 'body';
  let nodes = 0;

  const add = (names: readonly string[], code: unknown, message: unknown) => {
    const place = Object.hasOwn(places, names[0] ?? '') ? places[names[0] ?? ''] : undefined;
    const path = pathOf(place === undefined ? names : names.slice(1));
    if (found.length < mostErrors) found.push(fieldErrorOf(path, place ?? usual, code, message));
  };

  /** `names` lead to the node. Only in a list are its properties names, and only in an item of one is `path` a name. */
  const visit = (node: unknown, names: readonly string[], place: 'body' | 'list' | 'item'): void => {
    nodes += 1;
    if (nodes > mostNodes) return;
    if (typeof node === 'string' && names.length > 0) add(names, undefined, node);
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node.slice(0, mostNodes)) visit(item, names, 'item');
      return;
    }
    const { code, message, msg, detail, reason, ...rest } = node as Readonly<Record<string, unknown>>;
    const words = [message, msg, detail, reason].find(isText);
    const own = locationsIn(rest, place === 'item');
    const isWhole = own.length === 0 && names.length > 0 && (isText(code) || isText(words));
    for (const location of isWhole ? [[]] : own) add([...names, ...location], code, words);

    const isMap = place !== 'body' && own.length === 0 && !isWhole;
    for (const [name, value] of Object.entries(isMap ? node : rest)) {
      if (name === 'items' && Array.isArray(value)) {
        for (const index of value.slice(0, mostNodes).keys())
          visit(value[index], [...names, `${index}`], 'list');
      } else if (isList.test(name)) visit(value, names, name === 'error' ? place : 'list');
      else if (isMap && (typeof value === 'object' || isKnown(name))) visit(value, [...names, name], 'list');
    }
  };

  visit(body, [], 'body');
  return found;
}

function fieldErrorOf(path: string, place: FieldError['in'], code: unknown, message: unknown): FieldError {
  const isWord = typeof code === 'string' && /^[a-z0-9_.-]{1,64}$/.test(code);
  const error = { path, in: place, code: isWord ? code : undefined };
  const get = () => (isText(message) ? message : undefined);
  return Object.defineProperty(error as FieldError, 'message', { get });
}

/** The places that an entry names; several may be joined by commas. */
function locationsIn(entry: Readonly<Record<string, unknown>>, isItem: boolean): readonly string[][] {
  const { location, in: place, loc, field, param, pointer, property, path, name } = entry;
  const { source: given, instancePath, propertyPath } = entry;
  const source = Object(given) as Readonly<Record<string, unknown>>;
  const start = [source['location'], location, place, loc].find(isLocation);
  const own = [field, param, pointer, property, instancePath, propertyPath, ...(isItem ? [path, name] : [])];
  const end = [source['key'], source['pointer'], source['parameter'], entry['key'], ...own].find(isLocation);
  if (start === undefined && end === undefined) return [];
  const lead = start === undefined ? [] : namesIn(start)[0];
  return end === undefined ? namesIn(start) : namesIn(end).map((names) => [...(lead ?? []), ...names]);
}

function namesIn(location: unknown): readonly string[][] {
  if (Array.isArray(location)) return [location.map(String)];
  const parts = String(location).slice(0, longestLocation).split(',');
  return parts.map((part) => part.split(/[./[\]#$\s]+/).filter((name) => name !== ''));
}

/** Only names that the spec knows, and positions in lists, are kept: others may be what somebody sent. */
function pathOf(names: readonly string[]): string {
  const known: string[] = [];
  for (const given of names) {
    const name = known.length > 0 && /^\d{1,3}$/.test(given) ? given : nameInSpec(given);
    known.push(name ?? '*');
    if (name === undefined) break;
  }
  return known.join('.');
}

/** The name as the spec spells it; `first_name` and `idempotency-key` are understood. */
function nameInSpec(given: string): string | undefined {
  const plain = given.replaceAll('_', '').toLowerCase();
  return fieldNames.find((name) => name.toLowerCase() === plain);
}

function isKnown(name: string): boolean {
  return nameInSpec(name) !== undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isLocation(value: unknown): boolean {
  return isText(value) || (Array.isArray(value) && value.every((name) => Object(name) !== name));
}
