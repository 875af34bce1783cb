import { type JsonNode, keysOf, listOf, nodeOf, same } from '../model/json-node.js';
import {
  below,
  breaking,
  type CompareSchemas,
  type Difference,
  type Direction,
  type Finding,
  narrower,
  wider,
} from './change.js';

/** The forms a value may take (`oneOf`, `anyOf`) and how they are told apart (`discriminator`). */
export function compareAlternatives(
  old: JsonNode,
  now: JsonNode,
  direction: Direction,
  compare: CompareSchemas,
): Finding[] {
  const forms = ['oneOf', 'anyOf'].flatMap((keyword) =>
    compareForms(listOf(old[keyword]), listOf(now[keyword]), direction, compare),
  );
  const differences = compareDiscriminators(
    nodeOf(old['discriminator']),
    nodeOf(now['discriminator']),
    direction,
    compare,
  );
  return [...forms, ...differences.map((difference) => ({ ...difference, path: [], named: undefined }))];
}

/** Compares a choice with a schema that is none as with a choice of one; undefined unless there is such a pair. */
export function compareFormsOfOne(
  old: JsonNode,
  now: JsonNode,
  direction: Direction,
  compare: CompareSchemas,
): Finding[] | undefined {
  const [before, after] = [old, now].map((schema) => formsOf(schema)) as [Forms, Forms];
  const isPair = before.isChoice !== after.isChoice && before.forms.length > 0 && after.forms.length > 0;
  return isPair ? compareForms(before.forms, after.forms, direction, compare) : undefined;
}

interface Forms {
  readonly isChoice: boolean;
  readonly forms: readonly unknown[];
}

/** The forms of a choice, with what holds for all; a schema of a type, and null beside it, as forms; none for any other. */
function formsOf(schema: JsonNode): Forms {
  const { oneOf, anyOf, ...rest } = schema;
  const choice = [...listOf(oneOf), ...listOf(anyOf)];
  if (choice.length > 0) return { isChoice: true, forms: choice.map((form) => ({ allOf: [rest, form] })) };
  const types = [schema['type'] ?? []].flat();
  if (!types.includes('null')) return { isChoice: false, forms: types.length === 0 ? [] : [schema] };
  const values =
    schema['enum'] === undefined ? {} : { enum: listOf(schema['enum']).filter((one) => one !== null) };
  const form = { ...schema, type: types.filter((type) => type !== 'null'), ...values };
  return { isChoice: false, forms: [form, { type: 'null' }] };
}

function compareForms(
  old: readonly unknown[],
  now: readonly unknown[],
  direction: Direction,
  compare: CompareSchemas,
): Finding[] {
  const here = (difference: Difference): Finding => ({ ...difference, path: [], named: undefined });
  if (old.length === 0 && now.length === 0) return [];
  if (old.length === 0) return [here(narrower(direction, `is limited to one of ${now.length} schemas`))];
  if (now.length === 0) return [here(wider(direction, 'is no longer limited to a choice of schemas'))];
  const { pairs, gone, added } = pairUp(old, now, compare);
  return [
    ...pairs.flatMap(([before, after]) => below(`<${labelOf(after)}>`, compare(before, after))),
    ...added.map((form) => here(wider(direction, `may also be a ${labelOf(form)}`))),
    ...gone.map((form) => here(narrower(direction, `is no longer a ${labelOf(form)}`))),
  ];
}

/** Forms that belong together: by the name of their schema, else the same on the wire, else by type, else the last of both. */
function pairUp(old: readonly unknown[], now: readonly unknown[], compare: CompareSchemas) {
  const [gone, added] = [[...old], [...now]];
  const pairs: [before: unknown, after: unknown][] = [];
  const rules: readonly ((before: unknown, after: unknown) => boolean)[] = [
    (before, after) => nodeOf(before)['$ref'] !== undefined && labelOf(before) === labelOf(after),
    (before, after) => isSameOnTheWire(compare(before, after)),
    (before, after) => labelOf(before) === labelOf(after),
    () => gone.length === 1 && added.length === 1,
  ];
  for (const belongs of rules)
    for (const before of [...gone]) {
      const index = added.findIndex((after) => belongs(before, after));
      if (index === -1) continue;
      pairs.push([before, ...added.splice(index, 1)] as [unknown, unknown]);
      gone.splice(gone.indexOf(before), 1);
    }
  return { pairs, gone, added };
}

function isSameOnTheWire(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity === 'docs');
}

/** The name of the schema of a form, or else its type. */
function labelOf(form: unknown): string {
  const { $ref: reference, type, allOf } = nodeOf(form);
  if (typeof reference === 'string') return reference.slice(reference.lastIndexOf('/') + 1);
  return allOf === undefined ? String(type) : labelOf(listOf(allOf).at(-1));
}

function compareDiscriminators(
  old: JsonNode,
  now: JsonNode,
  direction: Direction,
  compare: CompareSchemas,
): Difference[] {
  const [oldName, name] = [old['propertyName'], now['propertyName']];
  if (oldName !== name) return [onPropertyName(oldName, name, direction)];
  const [before, after] = [nodeOf(old['mapping']), nodeOf(now['mapping'])];
  return keysOf(before, after).flatMap((value) => {
    if (same(before[value], after[value])) return [];
    if (before[value] === undefined)
      return [wider(direction, `has the new discriminator value \`${value}\``)];
    if (after[value] === undefined)
      return [narrower(direction, `no longer has the discriminator value \`${value}\``)];
    if (isSameOnTheWire(compare(mapped(before[value]), mapped(after[value])))) return [];
    return [breaking(`maps the discriminator value \`${value}\` to another schema`)];
  });
}

/** The schema that a mapping names, by a reference or by its name alone. */
function mapped(target: unknown): JsonNode {
  const text = String(target);
  return { $ref: /[#/]/.test(text) ? text : `#/components/schemas/${text}` };
}

/** A discriminator makes its property required in the types, even where the schemas leave it out. */
function onPropertyName(old: unknown, now: unknown, direction: Direction): Difference {
  if (old === undefined) return narrower(direction, `now has the discriminator \`${now}\``);
  if (now === undefined) return wider(direction, `no longer has the discriminator \`${old}\``);
  return breaking(`has the discriminator \`${now}\` instead of \`${old}\``);
}
