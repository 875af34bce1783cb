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

/** What blocks that create no client take for granted. */
const given = `import { OmsClient as Client } from '@oms-sdk/client';
const oms = new Client();
const { id: customerId } = await oms.customers.create({ type: 'individual', metadata: { omsSandbox: 'approve' } });
`;

/** Guides whose blocks build on each other. */
const stories = ['onboarding.md'];

/** The blocks of a Markdown file in a language, without their labels. */
export function blocksOf(path: string, language: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const block = new RegExp(`^\`\`\`${language}(?: \\[[^\\]\\n]*\\])?\\n(.*?)^\`\`\``, 'gms');
  return [...text.matchAll(block)].map(([, code = '']) => code);
}

/** The TypeScript of a Markdown file below the repository's root, block by block. */
export function programsOf(path: string): MarkdownProgram[] {
  const blocks = blocksOf(path, 'ts');
  const codes = stories.includes(basename(path)) ? [blocks.join('\n')] : blocks;
  return codes.map((code, index) => ({
    name: `${nameOf(path)}-${index}`,
    code: `${/\bconst oms\b|from 'vitest'/.test(code) ? '' : given}${code}\nexport {};\n`,
  }));
}

function nameOf(path: string): string {
  const name = basename(path, extname(path));
  if (path.includes('/skills/')) return `skill-${name}`;
  return name === 'README' ? `${basename(dirname(path)).replace('.', 'root')}-${name}` : name;
}

/** The TypeScript of all Markdown files of a folder. */
export function programsIn(folder: string): MarkdownProgram[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => programsOf(`${folder}/${file}`));
}
