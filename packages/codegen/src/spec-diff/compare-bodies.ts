import { breaking, type Change, compatible, type Direction } from './change.js';
import { compareContent, compareHeaders, compareRequired } from './compare-content.js';
import { compareWords } from './compare-words.js';
import { type Comparison, ofPart, type Part } from './comparison.js';
import type { FoundOperation } from './find-operations.js';
import { dereference, keysOf, nodeOf, own } from './json-node.js';

/** The body that an integrator sends, or receives with an event. */
export function compareRequestBody(
  comparison: Comparison,
  old: FoundOperation,
  now: FoundOperation,
): Change[] {
  const [was, is] = [old.operation['requestBody'], now.operation['requestBody']];
  const direction: Direction = now.isEvent ? 'received' : 'sent';
  const name = now.isEvent ? 'the body of the event' : 'the request body';
  const part: Part = { operation: now.name, name, direction };
  if (was === undefined && is === undefined) return [];
  if (is === undefined) return [ofPart(part, breaking('was removed'))];
  const body = dereference(is, comparison.now);
  const isNeeded = direction === 'sent' && body['required'] === true;
  if (was === undefined)
    return [ofPart(part, isNeeded ? breaking('is new and must be sent') : compatible('is new'))];
  const before = dereference(was, comparison.old);
  return [
    ...compareRequired(part, before, body),
    ...compareWords(part, before, body),
    ...compareContent(comparison, part, before, body),
  ];
}

/** The responses by status, with their headers; for an event, the integrator sends them. */
export function compareResponses(comparison: Comparison, old: FoundOperation, now: FoundOperation): Change[] {
  const [before, after] = [nodeOf(old.operation['responses']), nodeOf(now.operation['responses'])];
  const direction: Direction = now.isEvent ? 'sent' : 'received';
  return keysOf(before, after).flatMap((status) => {
    const [was, is] = [own(before, status), own(after, status)];
    const part: Part = { operation: now.name, name: `the response ${status}`, direction };
    if (was === undefined) return [ofPart(part, compatible('is new'))];
    if (is === undefined) return [ofPart(part, breaking('was removed'))];
    const [oldResponse, response] = [dereference(was, comparison.old), dereference(is, comparison.now)];
    return [
      ...compareWords(part, oldResponse, response),
      ...compareContent(comparison, part, oldResponse, response),
      ...compareHeaders(comparison, part, oldResponse, response),
    ];
  });
}
