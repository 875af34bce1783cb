import { type JsonNode, keysOf, listOf, nodeOf, own, same } from '../model/json-node.js';
import type { SpecModel } from '../model/spec-model.js';
import { breaking, type Change, compatible, type Difference, docs } from './change.js';
import { compareOperations } from './compare-operations.js';
import { Comparison } from './comparison.js';

/** Every difference between two bundled specs that integrators can notice, at each operation it touches. */
export function compareSpecs(before: SpecModel, after: SpecModel): Change[] {
  const [old, now] = [before.document, after.document];
  return [
    ...compareServers(old, now),
    ...compareSchemes(old, now),
    ...compareSchemaNames(before, after),
    ...compareOperations(new Comparison(before, after)),
    ...compareInfo(old, now),
  ];
}

function everywhere(subject: string, difference: Difference): Change {
  return { ...difference, operation: 'the API', subject, place: '' };
}

function compareServers(old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [serversOf(old), serversOf(now)];
  return keysOf(before, after).flatMap((environment) => {
    const [was, is] = [nodeOf(before[environment]), nodeOf(after[environment])];
    const differences: Difference[] = [];
    if (before[environment] === undefined) differences.push(compatible('is new'));
    else if (after[environment] === undefined) differences.push(breaking('was removed'));
    else if (was['url'] !== is['url'])
      differences.push(breaking(`is \`${is['url']}\` instead of \`${was['url']}\``));
    else if (!same(was, is)) differences.push(docs('description'));
    return differences.map((difference) => everywhere(`the server \`${environment}\``, difference));
  });
}

function serversOf({ servers }: JsonNode): JsonNode {
  const entries = listOf(servers).map(nodeOf);
  return Object.fromEntries(
    entries.map((server) => [String(server['x-oms-environment'] ?? server['url']), server]),
  );
}

function compareSchemes(old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [old, now].map((document) => componentsOf(document, 'securitySchemes'));
  const isWord = (key: string) => key === 'description' || key.startsWith('x-');
  return keysOf(before ?? {}, after ?? {}).flatMap((name) => {
    const [was, is] = [nodeOf(own(before ?? {}, name)), nodeOf(own(after ?? {}, name))];
    const changed = keysOf(was, is).filter((key) => !same(was[key], is[key]));
    if (changed.length === 0) return [];
    const isNew = Object.keys(was).length === 0;
    const message = isNew ? 'is new' : `has a different ${changed.sort().join(', ')}`;
    const difference = isNew
      ? compatible(message)
      : changed.every(isWord)
        ? docs(...changed)
        : breaking(message);
    return [everywhere(`the security scheme \`${name}\``, difference)];
  });
}

/** `components['schemas']['Customer']` is a type that integrators may have written down. */
function compareSchemaNames(before: SpecModel, after: SpecModel): Change[] {
  const gone = Object.keys(before.schemas).filter((name) => !Object.hasOwn(after.schemas, name));
  return gone.map((name) => everywhere(`the schema \`${name}\``, breaking('was removed from the types')));
}

const componentsOf = (document: JsonNode, kind: string): JsonNode =>
  nodeOf(nodeOf(document['components'])[kind]);

function compareInfo(old: JsonNode, now: JsonNode): Change[] {
  const keys = ['openapi', 'jsonSchemaDialect', 'info', 'tags', 'externalDocs'];
  const changed = keys.filter((key) => !same(old[key], now[key]));
  return changed.length === 0 ? [] : [everywhere('the document', docs(...changed))];
}
