import { pointerTo } from '../errors/oms-error.js';
import { type Meaning, meanings } from '../generated/kyc-fields.gen.js';

/** What an endorsement asks for: a field by the first name of its path, an endorsement, or that somebody acts. */
export interface Demand {
  readonly subject: 'field' | 'endorsement' | 'actor';
  readonly name: string;
  /** Whether it takes part in every way to fulfil the requirements. */
  readonly isRequired: boolean;
  /** What is wrong with what was sent, as a code. */
  readonly issue: string | undefined;
}

/** Something in a customer that this version does not understand. */
export interface UnknownRequirement {
  /** JSON pointer into the customer. */
  readonly pointer: string;
  /** The code, where there is one. */
  readonly code: string | undefined;
}

/** Demands by subject and name. */
type Demands = ReadonlyMap<string, Demand>;

interface Place {
  readonly pointer: string;
  readonly depth: number;
  /** Whether a text may be anything, because it only says more about what is understood. */
  readonly isDetail: boolean;
}

/** A deeper tree is not understood. */
const deepest = 60;
/** A longer text is no code. */
const longestCode = 200;

const nothing: Demands = new Map();
const everyOf = /^(?:all|and|every)(?:of)?$/;
const anyOf = /^(?:any|or|one)(?:of)?$/;
/** Properties in which an object names its requirement, or lists further ones. */
const naming = /^(?:codes?|requirements?|fields?|items|key|name|type|path)$/;

/**
 * Reads requirements of any shape: codes, lists, null, trees of `all_of` and `any_of`, maps from a field to what is wrong
 * with it, and objects that name their code. What is not understood goes to `unknown` and changes nothing else.
 */
export function readRequirements(
  requirements: unknown,
  pointer: string,
  unknown: UnknownRequirement[],
): readonly Demand[] {
  /** Objects are read once; one that leads back to itself is there, and unread. */
  const known = new Map<object, Demands | undefined>();

  const report = ({ pointer: at, isDetail }: Place, code?: string): Demands => {
    if (!isDetail) unknown.push({ pointer: at, code: wordIn(code) });
    return nothing;
  };

  const read = (node: unknown, place: Place): Demands => {
    if (node === null || node === undefined || node === false || node === '') return nothing;
    if (typeof node === 'string') return demandsOf(node) ?? report(place, node);
    if (typeof node !== 'object' || place.depth > deepest) return report(place);
    if (known.has(node)) return known.get(node) ?? report(place);
    known.set(node, undefined);
    const demands = Array.isArray(node) ? every(readParts(node, place)) : readObject(node, place);
    known.set(node, demands);
    return demands;
  };

  const readParts = (node: object, place: Place): Demands[] =>
    Object.entries(node).map(([name, part]) => read(part, below(place, name)));

  const readObject = (node: object, place: Place): Demands => {
    const found: Demands[] = [];
    const others: [name: string, part: unknown][] = [];
    for (const [name, part] of Object.entries(node)) {
      const inner = below(place, name);
      const word = spelling(name);
      const own = demandsOf(name, wordIn(part));
      if (anyOf.test(word))
        found.push(any(Object(part) === part ? readParts(part, inner) : [read(part, inner)]));
      else if (everyOf.test(word)) found.push(read(part, inner));
      else if (own !== undefined) found.push(part === false ? nothing : own, read(part, detail(inner)));
      else if (!naming.test(word)) others.push([name, part]);
      else if (typeof part !== 'string') found.push(read(part, inner));
      else {
        const named = demandsOf(part);
        if (named === undefined) others.push([name, part]);
        else found.push(named);
      }
    }
    for (const [name, part] of others) {
      const inner = below(place, name);
      // Beside what is understood, the rest says more about it, and may hide a code that is known.
      if (found.length > 0) found.push(read(part, detail(inner)));
      else report(inner, naming.test(spelling(name)) ? String(part) : name);
    }
    return every(found);
  };

  return [...read(requirements, { pointer, depth: 0, isDetail: false }).values()];
}

function below({ pointer, depth, isDetail }: Place, name: string): Place {
  return { pointer: pointerTo(pointer, name), depth: depth + 1, isDetail };
}

function detail(place: Place): Place {
  return { ...place, isDetail: true };
}

/** What a code asks for; undefined for an unknown one. A path such as `residentialAddress.country` is known by its first name. */
function demandsOf(code: string, issue?: string): Demands | undefined {
  if (code.length > longestCode) return undefined;
  const [first = ''] = code.split(/[./[\]]+/).filter((name) => name !== '' && name !== 'body');
  const meaning = meaningOf(code) ?? meaningOf(first);
  if (meaning === undefined) return undefined;
  const { subject, name } = meaning;
  return new Map([[`${subject} ${name}`, { subject, name, isRequired: true, issue }]]);
}

/** Meanings by code, made when the first code is read. */
let meaningsByCode: ReadonlyMap<string, Meaning> | undefined;

function meaningOf(code: string): Meaning | undefined {
  meaningsByCode ??= new Map(
    meanings.flatMap((meaning) => [spelling(meaning.name), ...meaning.codes].map((code) => [code, meaning])),
  );
  return meaningsByCode.get(spelling(code));
}

/** `firstname` for `first_name` and `firstName`. */
function spelling(name: string): string {
  return name
    .slice(0, longestCode)
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

/** A text that looks like a code, and so is nothing that a person wrote. */
function wordIn(text: unknown): string | undefined {
  return typeof text === 'string' && /^[A-Za-z][\w.:-]{0,99}$/.test(text) ? text : undefined;
}

/** All of the parts are asked for. */
function every(parts: readonly Demands[]): Demands {
  return merge(parts, (one, other) => one || other);
}

/** One of the parts is enough, so what is not in each of them is optional. */
function any(parts: readonly Demands[]): Demands {
  const understood = parts.filter(({ size }) => size > 0);
  const merged = merge(understood, (one, other) => one && other);
  return new Map(
    [...merged].map(([key, demand]) => {
      const isInEach = understood.every((part) => part.has(key));
      return [key, { ...demand, isRequired: demand.isRequired && isInEach }];
    }),
  );
}

function merge(parts: readonly Demands[], join: (one: boolean, other: boolean) => boolean): Demands {
  const merged = new Map<string, Demand>();
  for (const [key, demand] of parts.flatMap((part) => [...part])) {
    const { isRequired, issue } = merged.get(key) ?? demand;
    merged.set(key, {
      ...demand,
      isRequired: join(isRequired, demand.isRequired),
      issue: issue ?? demand.issue,
    });
  }
  return merged;
}
