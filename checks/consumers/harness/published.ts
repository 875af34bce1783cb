import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the tests read of a published `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, Target>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly peerDependencies?: object;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly optionalDependencies?: object;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Where an entry point leads: a file, or one by condition. */
export type Target = string | { readonly [condition: string]: Target };

/** A package as it was installed from its tarball. */
export interface Published {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths of all its files, with `/`. */
  readonly files: readonly string[];
  readonly read: (file: string) => string;
}

/** Reads a package that was installed from its tarball. */
export function readPublished(installed: string, name: string): Published {
  const folder = join(installed, 'node_modules', name);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => relative(folder, join(folder, file)).split(sep).join('/'));
  return { name, folder, manifest: JSON.parse(read('package.json')) as Manifest, files, read };
}

/** The files an entry point leads to, with the conditions that lead there. */
export function targetsOf(target: Target, conditions: readonly string[] = []): [string, string][] {
  if (typeof target === 'string') return [[conditions.join('.'), target.replace('./', '')]];
  return Object.entries(target).flatMap(([condition, next]) => targetsOf(next, [...conditions, condition]));
}
