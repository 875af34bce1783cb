import { type JsonNode, keysOf, listOf, nodeOf, own } from '../model/json-node.js';
import {
  below,
  breaking,
  type CompareSchemas,
  compatible,
  type Difference,
  type Direction,
  type Finding,
  narrower,
  wider,
} from './change.js';
import { compareAlternatives, compareFormsOfOne } from './compare-alternatives.js';
import { compareHandling, compareRemarks } from './compare-remarks.js';
import { compareLimits, compareValues } from './compare-values.js';
import { flattenSchema } from './flatten-schema.js';

/** A comparison of schemas in one direction. Each pair is compared once, however often and deep it is used. */
export function schemaComparison(
  oldDocument: JsonNode,
  newDocument: JsonNode,
  direction: Direction,
): CompareSchemas {
  const known = new Map<string, readonly Finding[]>();
  const compare: CompareSchemas = (before, after) => {
    const old = flattenSchema(before, oldDocument);
    const now = flattenSchema(after, newDocument);
    // What stands beside a `$ref` belongs to the pair, so the names alone do not tell pairs apart.
    const pair = JSON.stringify([old, now]);
    const found = known.get(pair);
    if (found !== undefined) return found;
    // A schema that leads back to itself adds nothing the second time.
    known.set(pair, []);
    const findings = compareFlat(old.schema, now.schema, direction, compare);
    // When a part is replaced by another schema, the change belongs to the schema around it.
    const { name } = now;
    const owned =
      name !== undefined && name === old.name ? findings.map((finding) => owning(finding, name)) : findings;
    known.set(pair, owned);
    return owned;
  };
  return compare;
}

function owning(finding: Finding, name: string): Finding {
  return finding.named === undefined ? { ...finding, named: [name, ...finding.path] } : finding;
}

function compareFlat(old: JsonNode, now: JsonNode, direction: Direction, compare: CompareSchemas): Finding[] {
  const forms = compareFormsOfOne(old, now, direction, compare);
  if (forms !== undefined) return forms;
  const here = [
    ...compareValues(old, now, direction),
    ...compareLimits(old, now, direction),
    ...compareHandling(old, now, direction),
    ...compareRemarks(old, now),
  ];
  return [
    ...here.map((difference) => ({ ...difference, path: [], named: undefined })),
    ...compareProperties(old, now, direction, compare),
    ...compareAlternatives(old, now, direction, compare),
    ...inside('[]', own(old, 'items'), own(now, 'items'), compare),
    ...inside('*', own(old, 'additionalProperties'), own(now, 'additionalProperties'), compare),
  ];
}

function inside(segment: string, old: unknown, now: unknown, compare: CompareSchemas): Finding[] {
  const isSchema = (value: unknown) => typeof value === 'object' && value !== null;
  return isSchema(old) || isSchema(now)
    ? below(segment, compare(isSchema(old) ? old : {}, isSchema(now) ? now : {}))
    : [];
}

/** Which properties an object has, which of them are always there, and whether others may be. */
function compareProperties(
  old: JsonNode,
  now: JsonNode,
  direction: Direction,
  compare: CompareSchemas,
): Finding[] {
  const [before, after] = [nodeOf(old['properties']), nodeOf(now['properties'])];
  const names = new Set([...keysOf(before, after), ...[old, now].flatMap(requiredNames)]);
  const findings = [...names].flatMap((name) => {
    const [was, is] = [own(before, name), own(after, name)];
    const presence = comparePresence(
      { exists: was !== undefined, isRequired: requiredNames(old).includes(name) },
      { exists: is !== undefined, isRequired: requiredNames(now).includes(name) },
      direction,
    );
    const parts = was === undefined || is === undefined ? [] : compare(was, is);
    return below(name, [
      ...presence.map((difference) => ({ ...difference, path: [], named: undefined })),
      ...parts,
    ]);
  });
  return [...findings, ...compareClosed(old, now, direction)];
}

interface Presence {
  readonly exists: boolean;
  readonly isRequired: boolean;
}

function comparePresence(old: Presence, now: Presence, direction: Direction): Difference[] {
  const isSent = direction === 'sent';
  if (old.exists && !now.exists)
    return [breaking(isSent ? 'is no longer accepted' : 'is no longer returned')];
  if (!old.exists && now.exists) {
    if (!isSent) return [compatible('is new')];
    return [now.isRequired ? breaking('is new and must be sent') : compatible('is new and may be sent')];
  }
  if (!old.isRequired && now.isRequired)
    return [narrower(direction, isSent ? 'must be sent now' : 'is always there now')];
  if (old.isRequired && !now.isRequired)
    return [wider(direction, isSent ? 'may be left out now' : 'may be missing now')];
  return [];
}

function requiredNames({ required }: JsonNode): string[] {
  return listOf(required).map(String);
}

/** Readers expect unknown fields anyway, so a closed object matters only to those who send it. */
function compareClosed(old: JsonNode, now: JsonNode, direction: Direction): Finding[] {
  const isClosed = ({ additionalProperties }: JsonNode) => additionalProperties === false;
  if (isClosed(old) === isClosed(now)) return [];
  const message = isClosed(now)
    ? 'allows only the listed properties'
    : 'also allows properties that are not listed';
  const difference = isClosed(now) ? narrower(direction, message) : compatible(message);
  return [{ ...difference, path: [], named: undefined }];
}
