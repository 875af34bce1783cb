import { breaking, type Change, compatible, docs, type Ruling } from './change.js';
import { compareOperations } from './compare-operations.js';
import { Comparison } from './comparison.js';
import { type JsonNode, keysOf, listOf, nodeOf, own, same } from './json-node.js';

/** Every difference between two bundled specs that integrators can notice, at each operation it touches. */
export function compareSpecs(old: JsonNode, now: JsonNode): Change[] {
  return [
    ...compareServers(old, now),
    ...compareSchemes(old, now),
    ...compareSchemaNames(old, now),
    ...compareOperations(new Comparison(old, now)),
    ...compareInfo(old, now),
  ];
}

function everywhere(subject: string, { verdict, message }: Ruling): Change {
  return { verdict, operation: 'the API', subject, place: '', message };
}

function compareServers(old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [serversOf(old), serversOf(now)];
  return keysOf(before, after).flatMap((environment) => {
    const [was, is] = [nodeOf(before[environment]), nodeOf(after[environment])];
    const rulings: Ruling[] = [];
    if (before[environment] === undefined) rulings.push(compatible('is new'));
    else if (after[environment] === undefined) rulings.push(breaking('was removed'));
    else if (was['url'] !== is['url'])
      rulings.push(breaking(`is \`${is['url']}\` instead of \`${was['url']}\``));
    else if (!same(was, is)) rulings.push(docs('has a different description'));
    return rulings.map((ruling) => everywhere(`the server \`${environment}\``, ruling));
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
    const ruling = isNew ? compatible(message) : changed.every(isWord) ? docs(message) : breaking(message);
    return [everywhere(`the security scheme \`${name}\``, ruling)];
  });
}

/** `components['schemas']['Customer']` is a type that integrators may have written down. */
function compareSchemaNames(old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [componentsOf(old, 'schemas'), componentsOf(now, 'schemas')];
  const gone = Object.keys(before).filter((name) => own(after, name) === undefined);
  return gone.map((name) => everywhere(`the schema \`${name}\``, breaking('was removed from the types')));
}

const componentsOf = (document: JsonNode, kind: string): JsonNode =>
  nodeOf(nodeOf(document['components'])[kind]);

function compareInfo(old: JsonNode, now: JsonNode): Change[] {
  const keys = ['openapi', 'jsonSchemaDialect', 'info', 'tags', 'externalDocs'];
  const changed = keys.filter((key) => !same(old[key], now[key]));
  return changed.length === 0
    ? []
    : [everywhere('the document', docs(`has a different ${changed.join(', ')}`))];
}
