import type { pointerTo } from '../errors/oms-error.js';
import { responses, type Shape, shapes } from '../generated/response-shapes.gen.js';
import type { ContractDrift } from '../options.js';

/** A difference and its place. */
export type Difference = Pick<ContractDrift, 'kind' | 'pointer' | 'at'>;

/** A body from a hostile or broken server could have millions of both. */
const mostDifferences = 100;
const mostValues = 10_000;

/**
 * What a response contains that the spec does not know; empty for an operation that is not in the spec. `toPointer` is passed
 * in: a module that this file and the rest of the client both import would be one more file to load at once.
 */
export function findDrift(
  operation: string,
  status: number,
  data: unknown,
  toPointer: typeof pointerTo,
): Difference[] {
  if (!Object.hasOwn(responses, operation)) return [];
  const declared = Object.entries(responses[operation] ?? {});
  const found = declared.find(([statuses]) => statuses.split(',').includes(String(status)));
  if (found === undefined) return [{ kind: 'unknown-status', pointer: '' }];
  return firstDistinct(differences(found[1], data, '', { left: mostValues, toPointer }));
}

/** That an operation will change or end, as the API announces it in headers (RFC 9745 and 8594). */
export function findAnnouncements(headers: Headers): Difference[] {
  return (['deprecation', 'sunset'] as const).flatMap((kind) => {
    const text = headers.get(kind)?.trim();
    return text === undefined || /^(\?0|false)?$/i.test(text)
      ? []
      : [{ kind, pointer: '', ...readTime(text) }];
  });
}

/** Seconds since 1970 with an `@` before them, or an HTTP date; older drafts have other text, which is no time. */
function readTime(text: string): Pick<Difference, 'at'> {
  const seconds = /^@(-?\d{1,11})$/.exec(text)?.[1];
  const time = new Date(
    seconds === undefined ? (/ GMT$/.test(text) ? text : Number.NaN) : Number(seconds) * 1000,
  );
  return Number.isNaN(time.getTime()) ? {} : { at: time.toISOString() };
}

/** What is left to do, the same object for the whole body. */
interface Search {
  left: number;
  readonly toPointer: typeof pointerTo;
}

function* differences(shape: Shape, value: unknown, pointer: string, search: Search): Generator<Difference> {
  search.left -= 1;
  if (shape === 0 || value === null || value === undefined || search.left < 0) return;
  if (typeof shape === 'string') yield* differences(shapes[shape] ?? 0, value, pointer, search);
  else if (isEnum(shape)) {
    if (!shape.includes(String(value))) yield { kind: 'unknown-enum-value', pointer };
  } else if ('items' in shape) {
    if (!Array.isArray(value)) return;
    for (const item of value.slice(0, mostValues))
      yield* differences(shape.items, item, `${pointer}/*`, search);
  } else yield* differencesOfFields(shape.fields, value, pointer, search);
}

function* differencesOfFields(
  fields: Readonly<Record<string, Shape>>,
  value: unknown,
  pointer: string,
  search: Search,
): Generator<Difference> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, inner] of Object.entries(value).slice(0, mostValues)) {
    const here = search.toPointer(pointer, name);
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (shape === undefined) yield { kind: 'unknown-field', pointer: here };
    else yield* differences(shape, inner, here, search);
  }
}

function isEnum(shape: Shape): shape is readonly string[] {
  return Array.isArray(shape);
}

function firstDistinct(found: Iterable<Difference>): Difference[] {
  const distinct = new Map<string, Difference>();
  for (const one of found) {
    distinct.set(`${one.kind} ${one.pointer}`, one);
    if (distinct.size === mostDifferences) break;
  }
  return [...distinct.values()];
}
