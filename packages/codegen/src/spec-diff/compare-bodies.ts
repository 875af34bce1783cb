import { type JsonNode, keysOf, nodeOf, own, resolve } from '../model/json-node.js';
import type { Operation } from '../model/spec-model.js';
import { breaking, type Change, compatible, type Direction, narrower, wider } from './change.js';
import { type Comparison, compareWords, ofPart, type Part } from './comparison.js';

/** The body that an integrator sends, or receives with an event. */
export function compareRequestBody(comparison: Comparison, old: Operation, now: Operation): Change[] {
  const [before, body] = [old.requestBody, now.requestBody];
  const direction: Direction = now.isEvent ? 'received' : 'sent';
  const name = now.isEvent ? 'the body of the event' : 'the request body';
  const part: Part = { operation: now.name, name, direction };
  if (body === undefined) return before === undefined ? [] : [ofPart(part, breaking('was removed'))];
  const isNeeded = direction === 'sent' && body['required'] === true;
  if (before === undefined)
    return [ofPart(part, isNeeded ? breaking('is new and must be sent') : compatible('is new'))];
  return [
    ...compareRequired(part, before, body),
    ...compareWords(part, before, body),
    ...compareContent(comparison, part, before, body),
  ];
}

/** The responses by status, with their headers; for an event, the integrator sends them. */
export function compareResponses(comparison: Comparison, old: Operation, now: Operation): Change[] {
  const [before, after] = [responsesOf(old), responsesOf(now)];
  const direction: Direction = now.isEvent ? 'sent' : 'received';
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((status) => {
    const [oldResponse, response] = [before.get(status), after.get(status)];
    const part: Part = { operation: now.name, name: `the response ${status}`, direction };
    if (oldResponse === undefined) return [ofPart(part, compatible('is new'))];
    if (response === undefined) return [ofPart(part, breaking('was removed'))];
    return [
      ...compareWords(part, oldResponse, response),
      ...compareContent(comparison, part, oldResponse, response),
      ...compareHeaders(comparison, part, oldResponse, response),
    ];
  });
}

const responsesOf = ({ responses }: Operation): ReadonlyMap<string, JsonNode> =>
  new Map(responses.map(({ status, node }) => [status, node]));

/** Whether a body or a header has to be there. */
function compareRequired(part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [was, is] = [old['required'] === true, now['required'] === true];
  if (was === is) return [];
  return [
    ofPart(
      part,
      is ? narrower(part.direction, 'is required now') : wider(part.direction, 'may be missing now'),
    ),
  ];
}

/** The bodies of a part by media type. */
function compareContent(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [nodeOf(old['content']), nodeOf(now['content'])];
  return keysOf(before, after).flatMap((mediaType) => {
    const [was, is] = [own(before, mediaType), own(after, mediaType)];
    const form: Part = { ...part, name: `${part.name} as \`${mediaType}\`` };
    if (was === undefined) return [ofPart(form, compatible('is new'))];
    if (is === undefined) return [ofPart(form, breaking('was removed'))];
    const [{ schema: left, ...oldRest }, { schema: right, ...rest }] = [nodeOf(was), nodeOf(is)];
    return [...comparison.schemas(part, left, right), ...compareWords(part, oldRest, rest)];
  });
}

/** The headers of a response. */
function compareHeaders(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [nodeOf(old['headers']), nodeOf(now['headers'])];
  return keysOf(before, after).flatMap((name) => {
    const [was, is] = [own(before, name), own(after, name)];
    const header: Part = { ...part, name: `the header \`${name}\` of ${part.name}` };
    if (was === undefined) return [ofPart(header, compatible('is new'))];
    if (is === undefined) return [ofPart(header, breaking('was removed'))];
    const [left, right] = [resolve(was, comparison.old.document), resolve(is, comparison.now.document)];
    return [
      ...compareRequired(header, left, right),
      ...comparison.schemas(header, left['schema'], right['schema']),
      ...compareWords(header, left, right),
    ];
  });
}
