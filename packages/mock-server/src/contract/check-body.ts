import { isJson } from '../http/media-type.js';
import { safeName } from '../json/json-object.js';
import { nearest } from '../option-check.js';
import type { BrokenKeyword, CompiledSchemas } from '../spec/compiled-schemas.js';
import type { Content } from '../spec/operation.js';
import type { SchemaCodePlace } from '../violations/code-table.js';
import { oneOfThese, ruleOf, schemaSentence } from '../violations/schema-rules.js';
import { type Finding, mostFindings } from '../violations/violation.js';

/** What our compiled schemas find. */
export interface SchemaCheck {
  /** Whether that is all there is to find. Otherwise Prism says what else is wrong, or says the same in better words. */
  readonly isSettled: boolean;
  readonly findings: readonly Finding[];
}

/** A body that was read. */
export interface CheckedBody {
  readonly direction: 'request' | 'response';
  readonly value: unknown;
  /** The declaration it falls under; undefined for no body, and for one that could not be read. */
  readonly content: Content | undefined;
  readonly bytes: number;
  /** What the walk along its schema found. */
  readonly marks: readonly Finding[];
}

/** Prism collects every fault, and half a million of them take it ten seconds: of a large body the first one is reported. */
const largeBytes = 65_536;

const clean: SchemaCheck = { isSettled: true, findings: [] };
const forPrism: SchemaCheck = { isSettled: false, findings: [] };

/**
 * Settles JSON that keeps its schema and carries no mark, which is nearly every body, and what Prism cannot check: a large
 * body, and `null`, `false`, `0` and `""` in a request, which it takes for no body at all.
 */
export function checkBody(
  { direction, value, content, bytes, marks }: CheckedBody,
  schemas: CompiledSchemas,
): SchemaCheck {
  if (content?.schema === undefined) return clean;
  const isPlain = marks.length === 0 && isJson(content.mediaType);
  const isMissingForPrism = direction === 'request' && !value;
  const isForPrism = bytes <= largeBytes && !isMissingForPrism;
  if (isForPrism && !isJson(content.mediaType)) return forPrism;
  const broken = schemas.brokenKeyword(content.schema.path, value);
  if (broken === undefined) {
    const isClean = isPlain || isMissingForPrism || (direction === 'response' && !isForPrism);
    return isClean ? clean : forPrism;
  }
  const findingOf = (one: BrokenKeyword) => {
    const location = ['body', ...one.location.map(safeName)];
    return schemaFinding(`${direction}.body`, one, location, valueAt(value, one.location));
  };
  if (isForPrism) {
    const saysMore = (one: BrokenKeyword) =>
      isLaxInPrism(one) || (direction === 'request' && one.allowed !== undefined);
    const more = schemas.brokenKeywords(content.schema.path, value).filter(saysMore);
    return { isSettled: false, findings: more.slice(0, mostFindings).map(findingOf) };
  }
  if (!isPerhapsAllowed(broken, direction, marks)) return { isSettled: true, findings: [findingOf(broken)] };
  return isMissingForPrism ? clean : forPrism;
}

/** Prism takes more than RFC 3339 for a `date-time`, and is not told of `multipleOf`, where it would round. */
export function isLaxInPrism({ keyword }: BrokenKeyword): boolean {
  return keyword === 'format' || keyword === 'multipleOf';
}

/** Prism alone knows that a request may lack what is read-only; an open enum may have new values in a response. */
function isPerhapsAllowed(
  { keyword, location }: BrokenKeyword,
  direction: CheckedBody['direction'],
  marks: readonly Finding[],
): boolean {
  if (direction === 'request') return keyword === 'required';
  const place = ['body', ...location.map(safeName)].join();
  return marks.some((mark) => mark.code === 'response.body.open-enum' && mark.location.join() === place);
}

/** What is at a place in a value. */
function valueAt(value: unknown, location: readonly string[]): unknown {
  return location.reduce<unknown>((at, step) => Reflect.get(Object(at), step), value);
}

/** The finding that a value breaks a keyword of its schema; of several values there are, it names the nearest. */
export function schemaFinding(
  place: SchemaCodePlace,
  { keyword, text, missing, allowed }: BrokenKeyword,
  location: readonly string[],
  given?: unknown,
): Finding {
  const at = missing === undefined ? location : [...location, safeName(missing)];
  const code: Finding['code'] = `${place}.${ruleOf(keyword)}`;
  if (allowed === undefined) return { code, location: at, message: schemaSentence(keyword, text) };
  const message = oneOfThese(allowed);
  const suggestion = typeof given === 'string' ? nearest(given, allowed) : undefined;
  if (suggestion === undefined) return { code, location: at, message };
  const taught = allowed.length === 1 ? message : message.replace(/\.$/, `; did you mean ${suggestion}?`);
  return { code, location: at, message: taught, suggestion };
}
