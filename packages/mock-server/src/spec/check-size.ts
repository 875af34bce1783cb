import { toPointer } from './json-pointer.js';
import { SpecError } from './spec-error.js';

/** A value of the document and how it was come to. */
interface Place {
  readonly value: unknown;
  readonly step: string;
  readonly above: Place | undefined;
  readonly depth: number;
}

const deepest = 200;
const mostValues = 1_000_000;
const kinds = ['[object Object]', '[object Array]'];

/**
 * Whoever walks the document later relies on this: it is JSON, and it ends, in depth and in width. An object that is in
 * many places counts once for each. Throws SpecError.
 */
export function checkSize(document: unknown): void {
  const open: Place[] = [{ value: document, step: '', above: undefined, depth: 0 }];
  let count = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    checkKind(place);
    const { value, depth } = place;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw refused(place, `it nests more than ${deepest} levels deep here`);
    for (const [step, item] of Object.entries(value)) {
      open.push({ value: item, step, above: place, depth: depth + 1 });
    }
    count += 1;
    if (count + open.length > mostValues) throw refused(place, 'it is too large to be read');
  }
}

function checkKind(place: Place): void {
  const { value } = place;
  const isJson =
    typeof value === 'object'
      ? value === null || kinds.includes(Object.prototype.toString.call(value))
      : !['function', 'symbol', 'bigint'].includes(typeof value);
  if (!isJson) throw refused(place, 'this is not a JSON value');
}

/** The pointer leads no further than ten steps. */
function refused(place: Place, problem: string): SpecError {
  const steps: string[] = [];
  for (let at = place; at.above !== undefined; at = at.above) steps.unshift(at.step);
  const advice = 'Use plain JSON, with `$ref` for anything that is repeated or contains itself';
  return new SpecError(toPointer(steps.slice(0, 10)), problem, advice);
}
