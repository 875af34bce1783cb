import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SpecProblems } from '../load/spec-problems.js';
import { nodeOf } from '../model/json-node.js';
import { readModel } from '../model/read-model.js';
import type { SpecModel } from '../model/spec-model.js';

/** The packages that are published, by the name of their folder. */
const publishedPackages = ['client', 'mock-server'] as const;

/** What integrators have: copies of what the last release was made from, by path below the repository's root. */
export const baselineFiles = {
  spec: 'openapi/released/openapi.json',
  versions: 'openapi/released/versions.json',
  publicApi: (folder: string): string => `openapi/released/${folder}.public-api.md`,
};

/** The same in the tree, as it will be released next. */
export const currentFiles = {
  spec: 'openapi/generated/openapi.json',
  publicApi: (folder: string): string => `packages/${folder}/public-api.gen.md`,
};

/** A published package as it is now, beside what was released. */
export interface PackageState {
  readonly name: string;
  /** Its folder below `packages/`. */
  readonly folder: string;
  readonly version: string;
  /** Whether what importers can see differs from the release. */
  readonly hasOtherApi: boolean;
}

/** The published packages as they are now. */
export function readPackages(root: string): PackageState[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return publishedPackages.map((folder) => {
    const { name, version } = nameAndVersion(root, folder);
    const hasOtherApi = read(currentFiles.publicApi(folder)) !== read(baselineFiles.publicApi(folder));
    return { name, folder, version, hasOtherApi };
  });
}

/** Takes what is in the tree now for what integrators have. Belongs to versioning; see docs/decisions/. */
export function acceptBaseline(root: string): void {
  mkdirSync(dirname(join(root, baselineFiles.spec)), { recursive: true });
  copyFileSync(join(root, currentFiles.spec), join(root, baselineFiles.spec));
  for (const folder of publishedPackages) {
    copyFileSync(join(root, currentFiles.publicApi(folder)), join(root, baselineFiles.publicApi(folder)));
  }
  const versions = publishedPackages.map((folder) => nameAndVersion(root, folder));
  const entries = Object.fromEntries(versions.map(({ name, version }) => [name, version]));
  writeFileSync(join(root, baselineFiles.versions), `${JSON.stringify(entries, null, 2)}\n`);
}

function nameAndVersion(root: string, folder: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
}

/**
 * Reads a bundled spec.
 *
 * @throws {SpecProblems} when the file cannot be read or is not a JSON document with paths.
 */
export function readSpecFile(file: string): SpecModel {
  const document = nodeOf(parseSpec(file));
  if (Object.keys(nodeOf(document['paths'])).length > 0) return readModel(document);
  throw unusable(file, 'There are no paths in it. Give a bundled OpenAPI document.');
}

function parseSpec(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unusable(file, `It cannot be read as JSON: ${reason}. Give a bundled OpenAPI document.`);
  }
}

function unusable(file: string, message: string): SpecProblems {
  return new SpecProblems([{ file, message }]);
}
