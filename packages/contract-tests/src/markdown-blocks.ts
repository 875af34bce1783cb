import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of the documentation. */
export interface MarkdownProgram {
  /** Such as `create-customer-0`. */
  readonly name: string;
  readonly code: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What a block that makes no client takes for granted. */
const given = `import type { OmsClient as Client } from '@oms-sdk/client';
declare const oms: Client;
declare const customerId: string;
`;

/** Guides whose blocks follow on each other. */
const stories = ['onboarding.md'];

/** The TypeScript of a Markdown file below the repository's root, block by block. */
export function programsOf(path: string): MarkdownProgram[] {
  const text = readFileSync(join(root, path), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
  const codes = stories.includes(basename(path)) ? [blocks.join('\n')] : blocks;
  return codes.map((code, index) => ({
    name: `${basename(path, extname(path))}-${index}`,
    code: `${/\bconst oms\b/.test(code) ? '' : given}${code}\nexport {};\n`,
  }));
}

/** The TypeScript of all Markdown files of a folder. */
export function programsIn(folder: string): MarkdownProgram[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => programsOf(`${folder}/${file}`));
}
