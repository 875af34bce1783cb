import type { RawRequest } from '../http/message.js';
import type { Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';

/** A request target, taken apart and decoded. */
export interface RequestUrl {
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Path and query as they were sent, without scheme and host. */
  readonly target: string;
}

/** A request whose operation is known. */
export interface Located {
  readonly operation: Operation;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly url: RequestUrl;
}

/** A request that belongs to no operation. */
export interface Lost {
  /** What may be shown of its path. */
  readonly path: string;
  readonly finding: Finding;
  /** The methods of the path, where only the method is wrong. */
  readonly allowed?: readonly string[];
}

/** Finds the operation a request is for. */
export function locate(router: Router, basePath: string, { method, target }: RawRequest): Located | Lost {
  const whole = readUrl(target);
  if ('code' in whole) return { path: '(unreadable)', finding: whole };
  const url = belowBase(whole, basePath);
  if (url === undefined) return lost(router.mask(whole.segments), `Paths begin with ${basePath}.`);
  const match = router.find(method, url.segments);
  if (match === undefined) return lost(basePath + router.mask(url.segments), 'The spec has no such path.');
  if ('operation' in match) return { ...match, url };
  const { template, allowed } = match;
  const message = `This path has ${allowed.join(', ')}.`;
  return {
    path: template,
    allowed,
    finding: { code: 'request.method.not-allowed', location: ['method'], message },
  };
}

function belowBase(url: RequestUrl, basePath: string): RequestUrl | undefined {
  const base = basePath.split('/').slice(1);
  if (!base.every((segment, index) => url.segments[index] === segment)) return undefined;
  const below = url.target.split('/').slice(base.length + 1);
  return { ...url, segments: url.segments.slice(base.length), target: `/${below.join('/')}` };
}

function lost(path: string, message: string): Lost {
  return { path, finding: { code: 'request.route.unknown', location: ['path'], message } };
}

const longest = 8000;
const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** Takes a request target apart; refuses what could be read in more than one way. */
function readUrl(rawTarget: string): RequestUrl | Finding {
  if (rawTarget.length > longest) return unusable('request.url.too-long', 'Has more than 8,000 characters.');
  const target = rawTarget.replace(absoluteForm, '');
  if (!target.startsWith('/')) return unusable('request.url.malformed', 'Has no path.');
  if (/[^\x21-\x7e]|#/.test(target))
    return unusable('request.url.malformed', 'Has a character to be encoded.');
  const [path = '', ...rest] = target.split('?');
  const segments = decodeAll(path.slice(1).split('/'));
  const query = rest.join('?');
  if (segments === undefined || decodeAll([query]) === undefined) {
    return unusable('request.url.malformed', 'Has a percent-escape that is not UTF-8 text.');
  }
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    return unusable('request.url.dot-segment', 'Has a `.` or `..` segment.');
  }
  return { segments, query: new URLSearchParams(query), target };
}

function decodeAll(texts: readonly string[]): string[] | undefined {
  try {
    return texts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function unusable(code: Finding['code'], message: string): Finding {
  return { code, location: ['path'], message };
}

/** One path of the spec with its operations. */
interface Route {
  readonly template: string;
  readonly segments: readonly SegmentPattern[];
  readonly operations: ReadonlyMap<string, Operation>;
}

/** A segment of a template: literal text, or parameters and the literal texts around them. */
type SegmentPattern = string | { readonly literals: readonly string[]; readonly names: readonly string[] };

/** What a path and a method lead to. */
type RouteMatch =
  | { readonly operation: Operation; readonly pathParameters: Readonly<Record<string, string>> }
  | { readonly template: string; readonly allowed: readonly string[] };

/** Finds the operation for a path; a literal segment wins over a parameter. */
export class Router {
  readonly #routes: readonly Route[];
  readonly #words: ReadonlySet<string>;

  constructor(operations: readonly Operation[]) {
    const templates = [...new Set(operations.map(({ template }) => template))];
    this.#routes = templates.map((template) => routeOf(template, operations)).sort(moreLiteralFirst);
    this.#words = new Set(
      this.#routes.flatMap(({ segments }) => segments.filter((part) => typeof part === 'string')),
    );
  }

  /** The operation, or the methods the path has; undefined when no path matches. Segments are decoded. */
  find(method: string, segments: readonly string[]): RouteMatch | undefined {
    const matching = this.#routes.filter((route) => matchSegments(route, segments) !== undefined);
    const route = matching.find(({ operations }) => operations.has(method));
    const operation = route?.operations.get(method);
    if (route !== undefined && operation !== undefined) {
      return { operation, pathParameters: matchSegments(route, segments) ?? {} };
    }
    const allowed = new Set(matching.flatMap(({ operations }) => [...operations.keys()]));
    return matching[0] && { template: matching[0].template, allowed: [...allowed] };
  }

  /** A path that matches nothing, with every segment masked that is no word of the spec. */
  mask(segments: readonly string[]): string {
    const shown = segments.slice(0, 8).map((segment) => (this.#words.has(segment) ? segment : '{…}'));
    return `/${shown.join('/')}${segments.length > 8 ? '/…' : ''}`;
  }
}

function routeOf(template: string, all: readonly Operation[]): Route {
  const operations = all.filter((operation) => operation.template === template);
  return {
    template,
    segments: template.slice(1).split('/').map(segmentPattern),
    operations: new Map(operations.map((operation) => [operation.method, operation])),
  };
}

function segmentPattern(segment: string): SegmentPattern {
  const names = Array.from(segment.matchAll(/\{([^{}]+)\}/g), ([, name = '']) => name);
  if (names.length === 0) return segment;
  return { literals: segment.split(/\{[^{}]+\}/), names };
}

/** The texts between the literals, each the shortest that is not empty, in one pass; undefined where a literal is missing. */
function textsBetween([first = '', ...literals]: readonly string[], segment: string): string[] | undefined {
  const last = literals.pop() ?? '';
  const end = segment.length - last.length;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const texts: string[] = [];
  let start = first.length;
  for (const literal of literals) {
    const next = segment.indexOf(literal, start + 1);
    if (next < 0) return undefined;
    texts.push(segment.slice(start, next));
    start = next + literal.length;
  }
  return start < end ? [...texts, segment.slice(start, end)] : undefined;
}

function matchSegments(route: Route, segments: readonly string[]): Record<string, string> | undefined {
  if (route.segments.length !== segments.length) return undefined;
  const values: Record<string, string> = Object.create(null);
  for (const [index, part] of route.segments.entries()) {
    const segment = segments[index] ?? '';
    if (typeof part === 'string') {
      if (part !== segment) return undefined;
      continue;
    }
    const texts = textsBetween(part.literals, segment);
    if (texts === undefined) return undefined;
    for (const [place, name] of part.names.entries()) values[name] = texts[place] ?? '';
  }
  return values;
}

function moreLiteralFirst(one: Route, other: Route): number {
  return order(one).localeCompare(order(other), 'en');
}

function order({ segments }: Route): string {
  return segments.map((part) => (typeof part === 'string' ? '0' : '1')).join('');
}
