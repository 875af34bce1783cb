import { responses, type Shape, shapes } from '../generated/response-shapes.gen.js';
import type { ContractDriftKind } from '../options.js';

/** A difference and its place. */
export interface Difference {
  readonly kind: ContractDriftKind;
  readonly pointer: string;
}

/** What a response contains that the spec does not know; empty for an operation that is not in the spec. */
export function findDrift(operation: string, status: number, data: unknown): Difference[] {
  if (!Object.hasOwn(responses, operation)) return [];
  const declared = Object.entries(responses[operation] ?? {});
  const found = declared.find(([statuses]) => statuses.split(',').includes(String(status)));
  if (found === undefined) return [{ kind: 'unknown-status', pointer: '' }];
  return withoutDuplicates([...differences(found[1], data, '')]);
}

function* differences(shape: Shape, value: unknown, pointer: string): Generator<Difference> {
  if (shape === 0 || value === null || value === undefined) return;
  if (typeof shape === 'string') yield* differences(shapes[shape] ?? 0, value, pointer);
  else if (isEnum(shape)) {
    if (!shape.includes(String(value))) yield { kind: 'unknown-enum-value', pointer };
  } else if ('items' in shape) {
    if (Array.isArray(value)) for (const item of value) yield* differences(shape.items, item, `${pointer}/*`);
  } else yield* differencesOfFields(shape.fields, value, pointer);
}

function* differencesOfFields(
  fields: Readonly<Record<string, Shape>>,
  value: unknown,
  pointer: string,
): Generator<Difference> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 64)}`;
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (shape === undefined) yield { kind: 'unknown-field', pointer: here };
    else yield* differences(shape, inner, here);
  }
}

function isEnum(shape: Shape): shape is readonly string[] {
  return Array.isArray(shape);
}

function withoutDuplicates(found: readonly Difference[]): Difference[] {
  return [...new Map(found.map((one) => [`${one.kind} ${one.pointer}`, one])).values()];
}
