import { readFileSync } from 'node:fs';
import { spec as exported } from '@oms-sdk/client';
import { expect, test } from 'vitest';

interface Node {
  readonly [name: string]: unknown;
}

const read = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const spec: Node = JSON.parse(read('../../../openapi/generated/openapi.json'));
const paths = spec['paths'] as Readonly<Record<string, Readonly<Record<string, Node>>>>;

test('every schema that an operation uses has a public name', () => {
  const models = read('models.ts');
  const index = read('index.ts');
  const used = [...namesBelow(paths)];
  const publicNameOf = (schema: string) =>
    new RegExp(`export (?:type|interface) (\\w+) (?:=|extends) Schema<'${schema}'>`).exec(models)?.[1];

  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((schema) => publicNameOf(schema) === undefined)).toEqual([]);
  expect(used.map(publicNameOf).filter((name) => !new RegExp(`^  ${name},$`, 'm').test(index))).toEqual([]);
});

test('the shipped spec says of every operation how sure it is', () => {
  const operations = Object.values(paths).flatMap((item) =>
    Object.values(item).filter((operation) => operation['operationId'] !== undefined),
  );
  const confidences = operations.map((operation) => String(operation['x-oms-confidence']));

  expect(confidences.length).toBeGreaterThan(16);
  expect(confidences.filter((word) => !/^(documented|inferred|third-party|preview)$/.test(word))).toEqual([]);
});

test.each(['client.ts', 'resources/external-accounts.ts'])(
  'external accounts, which the API does not have yet, are marked as experimental in %s',
  (path) => {
    expect(read(path)).toMatch(
      /@experimental [^@]*\*\/\s*(readonly externalAccounts|export class ExternalAccounts)/,
    );
  },
);

test('package.json names the spec that is exported', () => {
  expect(JSON.parse(read('../package.json'))).toHaveProperty('spec', exported);
});

/** Names of the schemas that a part of the spec refers to, directly or through others. */
function namesBelow(part: unknown, seen: Set<string> = new Set()): Set<string> {
  if (typeof part !== 'object' || part === null) return new Set();
  const { $ref } = part as { readonly $ref?: string };
  if ($ref === undefined) {
    return new Set(Object.values(part).flatMap((child) => [...namesBelow(child, seen)]));
  }
  if (seen.has($ref)) return new Set();
  seen.add($ref);
  const target = $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Node)[step], spec);
  const own = $ref.startsWith('#/components/schemas/') ? [$ref.slice($ref.lastIndexOf('/') + 1)] : [];
  return new Set([...own, ...namesBelow(target, seen)]);
}
