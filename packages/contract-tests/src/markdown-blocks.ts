import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of the documentation. */
export interface MarkdownProgram {
  /** Such as `create-customer-0`, or `client-README-0` in a package. */
  readonly name: string;
  readonly code: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Declarations for blocks that do not create a client. */
const given = `import type { OmsClient as Client } from '@oms-sdk/client';
declare const oms: Client;
declare const customerId: string;
`;

/** Guides whose blocks build on each other. */
const stories = ['onboarding.md'];

/** The TypeScript of a Markdown file below the repository's root, block by block. */
export function programsOf(path: string): MarkdownProgram[] {
  const text = readFileSync(join(root, path), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
  const codes = stories.includes(basename(path)) ? [blocks.join('\n')] : blocks;
  return codes.map((code, index) => ({
    name: `${nameOf(path)}-${index}`,
    code: `${/\bconst oms\b/.test(code) ? '' : given}${code}\nexport {};\n`,
  }));
}

function nameOf(path: string): string {
  const name = basename(path, extname(path));
  return name === 'README' ? `${basename(dirname(path)).replace('.', 'root')}-${name}` : name;
}

/** The TypeScript of all Markdown files of a folder. */
export function programsIn(folder: string): MarkdownProgram[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => programsOf(`${folder}/${file}`));
}
