import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** Sources by their path below `packages/`. */
type Tree = Readonly<Record<string, string>>;

interface Import {
  readonly from: string;
  /** A path below `packages/`, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** One rule of the map: what it says, and which imports break it. */
interface Rule {
  readonly says: string;
  readonly isBrokenBy: (edge: Import) => boolean;
}

const client = 'client/src';
const mock = 'mock-server/src';
const readersOfWireTypes = ['models.ts', 'core/operation-types.ts', 'openapi-types.ts'].map(
  (file) => `${client}/${file}`,
);
const roomsForResources = [
  'core/http.ts',
  'core/api-promise.ts',
  'core/page-promise.ts',
  'models.ts',
  'options.ts',
].map((file) => `${client}/${file}`);
const isIn = (room: string, path: string) => path.startsWith(`${room}/`);

const rules: readonly Rule[] = [
  {
    says: 'only the models, the operation types and the types entry read the generated wire types',
    isBrokenBy: ({ from, to }) =>
      to === `${client}/generated/openapi.gen.ts` && !readersOfWireTypes.includes(from),
  },
  {
    says: 'only core/, client.ts and index.ts read generated facts',
    isBrokenBy: ({ from, to }) =>
      isIn(`${client}/generated`, to) &&
      !to.endsWith('/openapi.gen.ts') &&
      !isIn(`${client}/core`, from) &&
      ![`${client}/client.ts`, `${client}/index.ts`].includes(from),
  },
  {
    says: 'resources import the types of core/http, its promises, models and options, and how to wait',
    isBrokenBy: ({ from, to, isTypeOnly }) =>
      isIn(`${client}/resources`, from) &&
      to !== `${client}/core/wait-for-endorsement.ts` &&
      !(isTypeOnly && roomsForResources.includes(to)),
  },
  {
    says: 'errors import errors alone',
    isBrokenBy: ({ from, to }) => isIn(`${client}/errors`, from) && !isIn(`${client}/errors`, to),
  },
  {
    says: 'core does not know the resources or the client that use it',
    isBrokenBy: ({ from, to }) =>
      isIn(`${client}/core`, from) && (isIn(`${client}/resources`, to) || to === `${client}/client.ts`),
  },
  {
    says: 'nothing imports an index.ts',
    isBrokenBy: ({ to }) => to.endsWith('/src/index.ts'),
  },
  {
    says: 'the client takes nothing from outside but openapi-fetch, and in node/ the types of Node',
    isBrokenBy: ({ from, to, isTypeOnly }) =>
      isIn(client, from) &&
      !isIn(client, to) &&
      to !== 'openapi-fetch' &&
      !(isIn(`${client}/node`, from) && to.startsWith('node:') && isTypeOnly),
  },
  {
    says: 'only the node entry uses the Node transport',
    isBrokenBy: ({ from, to }) =>
      isIn(`${client}/node`, to) && !isIn(`${client}/node`, from) && from !== `${client}/node.ts`,
  },
  {
    says: 'only contract/ imports Prism',
    isBrokenBy: ({ from, to }) => to.startsWith('@stoplight/') && !isIn(`${mock}/contract`, from),
  },
  {
    says: 'sandbox/ runs without contract/, server/ and Node',
    isBrokenBy: ({ from, to }) =>
      isIn(`${mock}/sandbox`, from) &&
      (isIn(`${mock}/contract`, to) || isIn(`${mock}/server`, to) || to.startsWith('node:')),
  },
];

/** What breaks the map in these sources, one sentence each. */
function violationsIn(tree: Tree): string[] {
  const imports = Object.entries(tree).flatMap(([from, text]) => importsOf(from, text));
  const broken = rules.flatMap(({ says, isBrokenBy }) =>
    imports.filter(isBrokenBy).map(({ from, to }) => `${from} imports ${to}: ${says}`),
  );
  return [
    ...broken,
    ...ringsIn(imports.filter(({ from, to }) => isIn(`${client}/core`, from) && isIn(`${client}/core`, to))),
  ];
}

function importsOf(from: string, text: string): Import[] {
  const statements = /^(?:import|export)\s+(type\s)?(?:[^'";]*\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const calls = /\bimport\(\s*()['"]([^'"]+)['"]/g;
  return [...text.matchAll(statements), ...text.matchAll(calls)].map(([, type, specifier = '']) => ({
    from,
    to: specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
      : specifier,
    isTypeOnly: Boolean(type),
  }));
}

function ringsIn(imports: readonly Import[]): string[] {
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way[0] === file) return [`${[...way, file].join(' → ')}: core files form no ring`];
    if (way.includes(file)) return [];
    return imports.filter(({ from }) => from === file).flatMap(({ to }) => walk(to, [...way, file]));
  };
  return [...new Set(imports.map(({ from }) => from))].flatMap((start) => walk(start, []));
}

function readTree(...rooms: readonly string[]): Tree {
  const packages = new URL('../../', import.meta.url);
  const files = rooms.flatMap((room) =>
    readdirSync(new URL(room, packages), { recursive: true, encoding: 'utf8' }).map((file) =>
      posix.join(room, file.replaceAll('\\', '/')),
    ),
  );
  const sources = files.filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(sources.map((file) => [file, readFileSync(new URL(file, packages), 'utf8')]));
}

test('the sources of the client and the mock server keep the map', () => {
  const tree = readTree(client, mock);

  expect(Object.keys(tree).length).toBeGreaterThan(30);
  expect(violationsIn(tree)).toEqual([]);
});

test('the client has no runtime dependency', () => {
  const file = new URL('../../client/package.json', import.meta.url);
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8'));

  expect({ ...dependencies, ...peerDependencies, ...optionalDependencies }).toEqual({});
});

test.each([
  [
    'read the generated wire types',
    `${client}/core/a.ts`,
    "import type { paths } from '../generated/openapi.gen.js';",
  ],
  [
    'read the generated wire types',
    `${client}/client.ts`,
    "import {\n  a,\n} from './generated/openapi.gen.js';",
  ],
  ['read generated facts', `${client}/options.ts`, "import { spec } from './generated/spec.gen.js';"],
  ['resources import the types', `${client}/resources/a.ts`, "import type { B } from './b.js';"],
  [
    'resources import the types',
    `${client}/resources/a.ts`,
    "import type { ApiError } from '../errors/api-error.js';",
  ],
  ['resources import the types', `${client}/resources/a.ts`, "import { Http } from '../core/http.js';"],
  ['errors import errors alone', `${client}/errors/a.ts`, "import type { Answer } from '../core/send.js';"],
  ['core does not know', `${client}/core/a.ts`, "import { Auth } from '../resources/auth.js';"],
  ['nothing imports an index.ts', `${client}/core/a.ts`, "export * from '../index.js';"],
  ['nothing from outside', `${client}/core/a.ts`, "import pino from 'pino';"],
  ['nothing from outside', `${client}/core/a.ts`, "const { hash } = await import('node:crypto');"],
  ['nothing from outside', `${client}/core/a.ts`, "import type { Agent } from 'node:http';"],
  ['nothing from outside', `${client}/node/a.ts`, "import { Agent } from 'node:http';"],
  ['only the node entry', `${client}/core/a.ts`, "import { nodeFetch } from '../node/node-fetch.js';"],
  ['only contract/ imports Prism', `${mock}/server/a.ts`, "import { create } from '@stoplight/prism-http';"],
  ['sandbox/ runs without', `${mock}/sandbox/a.ts`, "import { check } from '../contract/check.js';"],
  ['sandbox/ runs without', `${mock}/sandbox/a/b.ts`, "import '../../server/server.js';"],
  ['sandbox/ runs without', `${mock}/sandbox/a.ts`, "export { randomUUID } from 'node:crypto';"],
])('notices a breach of "%s" in %s: %s', (rule, file, text) => {
  expect(violationsIn({ [file]: text })).toEqual([expect.stringContaining(rule)]);
});

test('notices a ring, once for each file in it', () => {
  const ring = {
    [`${client}/core/a.ts`]: "import { b } from './b.js';",
    [`${client}/core/b.ts`]: "import { c } from './c.js';",
    [`${client}/core/c.ts`]: "import { a } from './a.js';",
    [`${client}/core/d.ts`]: "import { a } from './a.js';",
  };

  expect(violationsIn(ring)).toHaveLength(3);
});

test('allows what the map allows', () => {
  const fine = {
    [`${client}/resources/a.ts`]:
      "import type { Http } from '../core/http.js';\nimport type { Customer } from '../models.js';",
    [`${client}/core/a.ts`]:
      "import createClient from 'openapi-fetch';\nimport { servers } from '../generated/operations.gen.js';",
    [`${mock}/contract/a.ts`]:
      "import { createInstance } from '@stoplight/prism-http';\nimport { readFileSync } from 'node:fs';",
    [`${mock}/sandbox/a.ts`]:
      "import { b } from './b.js';\n// the word import 'node:fs' in a comment is no import",
  };

  expect(violationsIn(fine)).toEqual([]);
});
