import { partsWithin } from '../model/read-model.js';
import type { Schema, SpecModel } from '../model/spec-model.js';

/** Names of all parameters and of all properties in bodies of requests, sorted. */
export function requestFieldNames({ operations, resolve }: SpecModel): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();

  const collect = (schema: Schema | undefined): void => {
    if (typeof schema !== 'object' || (schema.$ref !== undefined && seen.has(schema.$ref))) return;
    if (schema.$ref !== undefined) seen.add(schema.$ref);
    const whole = resolve(schema);
    const { properties = {} } = whole;
    for (const name of Object.keys(properties)) names.add(name);
    for (const part of [...Object.values(properties), ...partsWithin(whole)]) collect(part);
  };

  for (const { parameters, body } of operations) {
    for (const { name, schema } of parameters) {
      names.add(name);
      collect(schema);
    }
    collect(body?.schema);
  }
  return [...names].sort();
}
