import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { findBreaches, type SourceTree } from '../src/layers/find-breaches.js';
import { client, mock } from '../src/layers/layer-rules.js';

function readTree(...folders: readonly string[]): SourceTree {
  const packages = new URL('../../', import.meta.url);
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(folder, packages), { recursive: true, encoding: 'utf8' }).map((file) =>
      posix.join(folder, file.replaceAll('\\', '/')),
    ),
  );
  const sources = files.filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(sources.map((file) => [file, readFileSync(new URL(file, packages), 'utf8')]));
}

test('the sources of the client and the mock server keep the map', () => {
  const tree = readTree(client, mock);

  expect(Object.keys(tree).length).toBeGreaterThan(30);
  expect(findBreaches(tree)).toEqual([]);
});

test('the client has no runtime dependency', () => {
  const file = new URL('../../client/package.json', import.meta.url);
  const { dependencies, peerDependencies, optionalDependencies } = JSON.parse(readFileSync(file, 'utf8'));

  expect({ ...dependencies, ...peerDependencies, ...optionalDependencies }).toEqual({});
});

test.each([
  [
    'read the generated wire types',
    `${client}/steps/a.ts`,
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
  ['resources import the types', `${client}/resources/a.ts`, "import { Http } from '../calls/http.js';"],
  [
    'errors import errors alone',
    `${client}/errors/a.ts`,
    "import type { Answer } from '../request/pipeline.js';",
  ],
  ['the stages do not know', `${client}/steps/a.ts`, "import { Auth } from '../resources/auth.js';"],
  ['nothing imports an index.ts', `${client}/steps/a.ts`, "export * from '../index.js';"],
  ['nothing from outside', `${client}/steps/a.ts`, "import pino from 'pino';"],
  ['nothing from outside', `${client}/steps/a.ts`, "const { hash } = await import('node:crypto');"],
  ['nothing from outside', `${client}/steps/a.ts`, "import type { Agent } from 'node:http';"],
  ['nothing from outside', `${client}/node/a.ts`, "import { Agent } from 'node:http';"],
  ['only the node entry', `${client}/steps/a.ts`, "import { nodeFetch } from '../node/node-fetch.js';"],
  ['only the kyc entry', `${client}/client.ts`, "import { planEndorsement } from './kyc/plan.js';"],
  ['only the kyc entry', `${client}/index.ts`, "import { rules } from './generated/kyc-rules.gen.js';"],
  ['only contract/ imports Prism', `${mock}/http/a.ts`, "import { create } from '@stoplight/prism-http';"],
  ['sandbox/ runs without', `${mock}/sandbox/a.ts`, "import { check } from '../contract/check.js';"],
  ['sandbox/ runs without', `${mock}/sandbox/a/b.ts`, "import '../../faults/faults.js';"],
  ['sandbox/ runs without', `${mock}/sandbox/a.ts`, "export { randomUUID } from 'node:crypto';"],
])('notices a breach of "%s" in %s: %s', (rule, file, text) => {
  expect(findBreaches({ [file]: text })).toEqual([expect.stringContaining(rule)]);
});

test('notices a ring, once for each file in it', () => {
  const ring = {
    [`${client}/steps/a.ts`]: "import { b } from './b.js';",
    [`${client}/steps/b.ts`]: "import { c } from './c.js';",
    [`${client}/steps/c.ts`]: "import { a } from './a.js';",
    [`${client}/steps/d.ts`]: "import { a } from './a.js';",
  };

  expect(findBreaches(ring)).toHaveLength(3);
});

test('allows what the map allows', () => {
  const fine = {
    [`${client}/resources/a.ts`]:
      "import type { Http } from '../calls/http.js';\nimport type { Customer } from '../models.js';",
    [`${client}/openapi-fetch.ts`]: "import createClient from 'openapi-fetch';",
    [`${client}/steps/a.ts`]: "import { servers } from '../generated/operations.gen.js';",
    [`${mock}/contract/a.ts`]:
      "import { createInstance } from '@stoplight/prism-http';\nimport { readFileSync } from 'node:fs';",
    [`${mock}/sandbox/a.ts`]:
      "import { b } from './b.js';\n// the word import 'node:fs' in a comment is no import",
  };

  expect(findBreaches(fine)).toEqual([]);
});
