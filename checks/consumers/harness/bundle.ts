import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The input of a bundler. */
export interface BundleRequest {
  /** Folder of the project. */
  readonly project: string;
  /** File of the project that everything begins with. */
  readonly entry: string;
  readonly platform: 'browser' | 'node';
  /** Folder to write to, empty. */
  readonly out: string;
}

/** The output of a bundler. */
export interface Bundle {
  /** Path of the file to run. */
  readonly main: string;
  readonly warnings: readonly string[];
}

/** Makes a bundle; rejects when the bundler finds an error. */
export type Bundler = (request: BundleRequest) => Promise<Bundle>;

/** All the code of a bundle: what is loaded at once and what is loaded later. */
export function codeIn(out: string): string {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /\.[cm]?js$/.test(file));
  return code.map((file) => readFileSync(join(out, file), 'utf8')).join('\n');
}

/** The modules of Node that code imports or requires. */
export function builtinsIn(code: string): string[] {
  const specifiers = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'`]([^"'`]+)["'`]/g;
  const names = [...code.matchAll(specifiers)].map(([, name = '']) => name);
  return names.filter((name) => name.startsWith('node:') || builtinModules.includes(name));
}

/** Bytes of code, as they are and gzipped. */
export function sizeOf(code: string): { readonly bytes: number; readonly gzipped: number } {
  return { bytes: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).byteLength };
}
