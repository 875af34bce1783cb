import { routes } from '../../generated/routes.gen.js';

/** The name of an operation the sandbox knows. */
export type OperationId = keyof typeof routes;

/** The operation a request is for. */
export interface FoundRoute {
  readonly operationId: OperationId;
  readonly template: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const known = Object.entries(routes).map(([operationId, route]) => {
  const [method = '', template = ''] = route.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
  return { operationId: operationId as OperationId, method, template, names, pattern };
});

/** The route of a method and a path below the base path; the methods of the path when it has others; undefined for no such path. */
export function findRoute(method: string, path: string): FoundRoute | readonly string[] | undefined {
  const ofPath = known.filter(({ pattern }) => pattern.test(path));
  const route = ofPath.find((candidate) => candidate.method === method);
  if (route === undefined) return ofPath.length === 0 ? undefined : ofPath.map((other) => other.method);
  const [, ...values] = route.pattern.exec(path) ?? [];
  const pairs = values.map((value, index) => [route.names[index] ?? '', decodeURIComponent(value)]);
  const { operationId, template } = route;
  return { operationId, template, pathParameters: Object.fromEntries(pairs) as Record<string, string> };
}
