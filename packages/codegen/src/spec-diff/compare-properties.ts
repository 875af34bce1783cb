import { type JsonNode, keysOf, listOf, nodeOf, own } from '../model/json-node.js';
import { breaking, compatible, type Difference, type Direction, narrower, wider } from './change.js';
import { below, type CompareSchemas, type Finding } from './compare-schemas.js';

/** Which properties an object has, which of them are always there, and whether others may be. */
export function compareProperties(
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
