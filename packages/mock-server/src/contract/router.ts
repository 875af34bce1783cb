import type { Operation } from '../spec/operation.js';

/** One path of the spec with its operations. */
interface Route {
  readonly template: string;
  readonly segments: readonly SegmentPattern[];
  readonly operations: ReadonlyMap<string, Operation>;
}

/** A segment of a template: literal text, or a pattern with one group per parameter. */
type SegmentPattern = string | { readonly pattern: RegExp; readonly names: readonly string[] };

/** What a path and a method lead to. */
export type RouteMatch =
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
  const literals = segment.split(/\{[^{}]+\}/).map((text) => text.replace(/[\\^$.*+?()[\]|{}]/g, '\\$&'));
  return { pattern: new RegExp(`^${literals.join('(.+?)')}$`, 's'), names };
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
    const match = part.pattern.exec(segment);
    if (match === null) return undefined;
    for (const [place, name] of part.names.entries()) values[name] = match[place + 1] ?? '';
  }
  return values;
}

function moreLiteralFirst(one: Route, other: Route): number {
  return order(one).localeCompare(order(other), 'en');
}

function order({ segments }: Route): string {
  return segments.map((part) => (typeof part === 'string' ? '0' : '1')).join('');
}
