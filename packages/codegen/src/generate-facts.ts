import { readFileSync } from 'node:fs';
import { banner } from './banner.js';
import { listOperations } from './list-operations.js';
import type { BundledSpec } from './load-spec.js';
import { responseShapes } from './response-shapes.js';
import { writeOnlyNames } from './write-only-names.js';

/** Which spec the package was built from. */
export function generateSpecVersion({ document, sha256 }: BundledSpec): string {
  const version = JSON.stringify(document.info.version);
  return `${banner}/** The spec this package was built from: its version and the SHA-256 of the bundled \`openapi.json\`. */
export const spec = { version: ${version}, sha256: '${sha256}' } as const;
`;
}

/** What the client must know about servers and single operations. */
export function generateOperationFacts({ document }: BundledSpec): string {
  const operations = listOperations(document);
  const withoutKey = operations.filter(
    ({ method, headers }) => method === 'POST' && !headers.includes(idempotencyKey),
  );
  const withBody = operations.filter(({ responses }) => !('204' in responses));
  const withoutToken = operations.filter(({ security }) => security?.length === 0);
  return `${banner}/** Base URLs of the environments. */
export const servers = ${literal(listServers(document))} as const;

/** Path templates of the POST operations that the spec describes without an \`Idempotency-Key\` header. */
export const postsWithoutIdempotencyKey: readonly string[] = ${literal(withoutKey.map(({ path }) => path))};

/** Operations whose successful response has a body, so never status 204. */
export const operationsWithBody: readonly string[] = ${literal(withBody.map(nameOf))};

/** Operations that take no bearer token. */
export const operationsWithoutToken: readonly string[] = ${literal(withoutToken.map(nameOf))};
`;
}

/** Which events a webhook handler may call back for. */
export function generateWebhookEventNames({ document }: BundledSpec): string {
  return `${banner}/** Names of the events that the spec describes. */
export const webhookEventNames: readonly string[] = ${literal(Object.keys(document.webhooks ?? {}))};
`;
}

/** What the client must never hand out. */
export function generateRedactionTable({ document }: BundledSpec): string {
  return `${banner}/** Properties that are taken in and never given back: identity data and secrets. */
export const writeOnlyNames: readonly string[] = ${literal(writeOnlyNames(document))};
`;
}

/** What responses may look like, to notice those that do not. */
export function generateResponseShapes({ document }: BundledSpec): string {
  const { shapes, responses } = responseShapes(document);
  return `${banner}${shapeSource}
/** Shapes by the name of their schema. */
export const shapes: Readonly<Record<string, Shape>> = ${literal(shapes)};

/** Shapes of the responses by operation and statuses, which are joined by commas. */
export const responses: Readonly<Record<string, Readonly<Record<string, Shape>>>> = ${literal(responses)};
`;
}

const idempotencyKey = 'Idempotency-Key';

const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;

/** The declaration of `Shape` as it stands in the sources: the client gets a copy of it. */
const shapeSource = readFileSync(new URL('shape.ts', import.meta.url), 'utf8');

const literal = (value: unknown): string => JSON.stringify(value, null, 2);

function listServers({ servers }: BundledSpec['document']): Record<string, string> {
  return Object.fromEntries(servers.map((server) => [server['x-oms-environment'], server.url]));
}

/** The version of a package, for its `User-Agent` and `--version`. */
export function generatePackageVersion(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as { version: string };
  return `${banner}/** The version in package.json. */\nexport const packageVersion = '${version}';\n`;
}

/** A package.json that names the spec its package was built from, so that a registry shows it; all else stays as it is. */
export function nameSpec(packageJson: string, { document, sha256 }: BundledSpec): string {
  const spec = { version: document.info.version, sha256 };
  return `${JSON.stringify({ ...JSON.parse(packageJson), spec }, null, 2)}\n`;
}
