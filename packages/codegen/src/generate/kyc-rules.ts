import { SpecProblems } from '../load/spec-problems.js';
import { referenceName } from '../model/read-model.js';
import type { Schema, SpecModel } from '../model/spec-model.js';
import { banner } from './facts.js';

/** The keywords that the validators of the client check, and those that say nothing about a value. */
const checked = ['$ref', 'type', 'const', 'enum', 'format', 'pattern', 'minLength', 'maxLength'];
const within = ['items', 'properties', 'required'];
const silent = ['description', 'examples', 'default', 'writeOnly'];
const formats = ['email', 'date', 'uri'];

/**
 * What the validators of the client read: each request body, and the schemas it is made of.
 *
 * @throws {SpecProblems} for a keyword that the validators do not check.
 */
export function generateKycRules({ operations, schemas }: SpecModel): string {
  const bodies = operations.flatMap(({ operationId, body }) => {
    return body?.schema.$ref === undefined ? [] : [[operationId, referenceName(body.schema.$ref)] as const];
  });
  const rules: Record<string, unknown> = {};
  const add = (name: string): string => {
    if (!Object.hasOwn(rules, name)) {
      rules[name] = undefined;
      rules[name] = ruleOf(schemas[name] ?? {}, name, add);
    }
    return name;
  };
  for (const [, name] of bodies) add(name);
  return `${banner}/** What a value has to be, in words of JSON Schema; a reference is the name of another rule. */
export interface Rule {
  readonly $ref?: string;
  readonly type?: 'string' | 'boolean' | 'object' | 'array';
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly format?: ${formats.map((format) => `'${format}'`).join(' | ')};
  readonly pattern?: string;
  /** A value that the pattern takes. */
  readonly example?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Rule;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
}

/** Rules by the names of the schemas. */
export const rules: Readonly<Record<string, Rule>> = ${literal(rules)};

/** Names of the rules of request bodies, by operation. */
export const bodyRules = ${literal(Object.fromEntries(bodies))} as const;
`;
}

function ruleOf(schema: Schema, place: string, add: (name: string) => string): object {
  for (const [keyword, value] of Object.entries(schema)) refuseUnchecked(keyword, value, place);
  const { $ref, items, properties, required } = schema;
  const kept = Object.entries(schema).filter(([keyword]) => checked.includes(keyword) && keyword !== '$ref');
  return {
    ...($ref && { $ref: add(referenceName($ref)) }),
    ...Object.fromEntries(kept),
    ...(schema.pattern && { example: schema.examples?.[0] }),
    ...(items && { items: ruleOf(items, `${place} items`, add) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, ruleOf(inner, `${place}.${name}`, add)]),
      ),
    }),
    ...(required && { required }),
  };
}

function refuseUnchecked(keyword: string, value: unknown, place: string): void {
  const isOpen = keyword === 'additionalProperties' && value === true;
  const isKnown = [...checked, ...within, ...silent].includes(keyword) || keyword.startsWith('x-') || isOpen;
  const isType = keyword !== 'type' || ['string', 'boolean', 'object', 'array'].includes(String(value));
  if (isKnown && isType && (keyword !== 'format' || formats.includes(String(value)))) return;
  const message = `The validators of @oms-sdk/client/kyc do not check ${keyword}: ${JSON.stringify(value)}; teach find-issues.ts first.`;
  throw new SpecProblems([{ file: `schemas/${place}`, message }]);
}

const literal = (value: unknown): string => JSON.stringify(value, null, 2);
