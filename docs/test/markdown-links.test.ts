import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { siteFiles } from '../build/build-site.js';
import { parseMarkdown } from '../build/markdown-file.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passedBy = new Set(['node_modules', 'dist', 'site', 'coverage', '.git', '.turbo']);
const files = markdownFiles(root);

/** A link as it stands in a file; both paths are absolute. */
interface Link {
  readonly from: string;
  readonly href: string;
}

const links: readonly Link[] = files.flatMap((from) =>
  parseMarkdown(readFileSync(from, 'utf8')).links.map((href) => ({ from, href })),
);
const isExternal = ({ href }: Link) => /^[a-z]+:/i.test(href);
const describe = ({ from, href }: Link) => `${relative(root, from)}: ${href}`;

test('every link within the repository leads to a file and a heading that are there', () => {
  const internal = links.filter((link) => !isExternal(link));

  expect(internal.length).toBeGreaterThan(200);
  expect(internal.filter(isBroken).map(describe)).toEqual([]);
});

test('every link elsewhere is a whole https address', () => {
  const isWhole = ({ href }: Link) => /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s]*)?$/.test(href);
  const external = links.filter(isExternal);

  expect(external.length).toBeGreaterThan(50);
  expect(external.filter((link) => !isWhole(link)).map(describe)).toEqual([]);
});

test('the text for language models has every page of the site', () => {
  const site = siteFiles(root);
  const pages = [...site.keys()].filter((path) => path.endsWith('.html'));

  expect(site.get('llms-full.txt')?.match(/^<!-- \S+\.md -->$/gm)).toHaveLength(pages.length);
  expect(site.get('llms.txt')?.length).toBeLessThan(25_000);
});

test.each([
  ['a file that is not there', 'missing.md'],
  ['a heading that is not there', 'README.md#missing'],
])('notices %s', (_what, href) => {
  expect(isBroken({ from: join(root, 'AGENTS.md'), href })).toBe(true);
});

function isBroken({ from, href }: Link): boolean {
  const [path = '', anchor] = decodeURIComponent(href).split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(target)) return true;
  if (anchor === undefined) return false;
  const page = statSync(target).isDirectory() ? join(target, 'README.md') : target;
  return !parseMarkdown(readFileSync(page, 'utf8')).headings.some((heading) => heading.anchor === anchor);
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedBy.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') || entry.name === 'llms.txt' ? [path] : [];
  });
}
