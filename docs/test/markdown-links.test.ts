import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt, { type Token } from 'markdown-it';
import { expect, test } from 'vitest';
import { slugify } from '../.vitepress/markdown.js';
import { pagesOf, readNavigation } from '../.vitepress/site-map.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passedBy = new Set(['node_modules', 'dist', 'site', 'cache', 'coverage', '.git', '.turbo']);
const files = markdownFiles(root);
const markdown = new MarkdownIt();

/** A link as it stands in a file; both paths are absolute. */
interface Link {
  readonly from: string;
  readonly href: string;
}

const links: readonly Link[] = files.flatMap((from) => linksOf(from).map((href) => ({ from, href })));
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
  const read = (file: string) => readFileSync(join(root, 'docs/site', file), 'utf8');
  const pages = pagesOf(readNavigation(root));

  expect(read('llms-full.txt').match(/^<!-- \S+\.md -->$/gm)).toHaveLength(pages.length);
  expect(read('llms.txt').length).toBeLessThan(25_000);
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
  return !anchorsOf(page).includes(anchor);
}

function parse(file: string): Token[] {
  return markdown.parse(readFileSync(file, 'utf8').replace(/^(<!--.*?-->\s*|---\n.*?\n---\n)/s, ''), {});
}

function linksOf(file: string): string[] {
  const inline = parse(file).flatMap(({ children }) => children ?? []);
  return inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href')));
}

/** The anchors of the headings: repeated ones are numbered. */
function anchorsOf(file: string): string[] {
  const headings = parse(file).filter((_, index, all) => all[index - 1]?.type === 'heading_open');
  const slugs = headings.map((heading) => slugify(plain(heading)));
  return slugs.map((slug, index) => {
    const count = slugs.slice(0, index).filter((other) => other === slug).length;
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** The text of an inline token without its marks. */
const plain = ({ children }: Token): string =>
  (children ?? [])
    .filter(({ type }) => /^(text|code_inline|text_special)$/.test(type))
    .map(({ content }) => content)
    .join('');

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedBy.has(entry.name) ? [] : markdownFiles(path);
    return entry.name.endsWith('.md') || entry.name === 'llms.txt' ? [path] : [];
  });
}
