import { type JsonNode, keysOf, listOf, nodeOf, same } from '../model/json-node.js';
import { breaking, type Difference, type Direction, narrower, wider } from './change.js';
import { below, type CompareSchemas, type Finding } from './compare-schemas.js';

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
  );
  return [...forms, ...differences.map((difference) => ({ ...difference, path: [], named: undefined }))];
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
  const [before, after] = [byLabel(old), byLabel(now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((label) => {
    if (!before.has(label)) return [here(wider(direction, `may also be a ${label}`))];
    if (!after.has(label)) return [here(narrower(direction, `is no longer a ${label}`))];
    return below(`<${label}>`, compare(before.get(label), after.get(label)));
  });
}

/** Forms by the name of their schema, or else by their place among those without a name. */
function byLabel(forms: readonly unknown[]): Map<string, unknown> {
  const labels = new Map<string, unknown>();
  for (const form of forms) {
    const { $ref: reference, type } = nodeOf(form);
    const label =
      typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : String(type);
    labels.set(labels.has(label) ? `${label} ${labels.size + 1}` : label, form);
  }
  return labels;
}

function compareDiscriminators(old: JsonNode, now: JsonNode, direction: Direction): Difference[] {
  const [oldName, name] = [old['propertyName'], now['propertyName']];
  if (oldName !== name) return [onPropertyName(oldName, name, direction)];
  const [before, after] = [nodeOf(old['mapping']), nodeOf(now['mapping'])];
  return keysOf(before, after).flatMap((value) => {
    if (same(before[value], after[value])) return [];
    if (before[value] === undefined)
      return [wider(direction, `has the new discriminator value \`${value}\``)];
    if (after[value] === undefined)
      return [narrower(direction, `no longer has the discriminator value \`${value}\``)];
    return [breaking(`maps the discriminator value \`${value}\` to another schema`)];
  });
}

/** A discriminator makes its property required in the types, even where the schemas leave it out. */
function onPropertyName(old: unknown, now: unknown, direction: Direction): Difference {
  if (old === undefined) return narrower(direction, `now has the discriminator \`${now}\``);
  if (now === undefined) return wider(direction, `no longer has the discriminator \`${old}\``);
  return breaking(`has the discriminator \`${now}\` instead of \`${old}\``);
}
