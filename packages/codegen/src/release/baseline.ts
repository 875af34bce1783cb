import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
    return { name, version, hasOtherApi };
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
