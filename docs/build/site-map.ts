import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type MarkdownFile, parseMarkdown, plain } from './markdown-file.js';

/** One page of the site. */
export interface Page {
  /** Path of its Markdown file below the repository's root. */
  readonly source: string;
  /** Its path on the site. */
  readonly path: string;
  /** What the navigation calls it. */
  readonly title: string;
  readonly file: MarkdownFile;
}

/** Pages under one heading of the navigation. */
export interface NavigationGroup {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** The files whose lists of links are the navigation, in this order. */
const indexes = ['docs/README.md', 'docs/reference/README.md'];

/** Reads the pages that the index files list: a heading of theirs is a group, a link in a list below it a page. */
export function readSite(root: string): NavigationGroup[] {
  const seen = new Set<string>(indexes);
  const load = (source: string, title: string): Page => {
    const file = parseMarkdown(readFileSync(join(root, source), 'utf8'));
    return { source, path: sitePath(source), title, file };
  };
  const pagesOf = (index: string, { links }: Group): Page[] =>
    links
      .map(({ text, href }) => ({ text, source: posix.join(posix.dirname(index), href) }))
      .filter(({ source }) => source.endsWith('.md') && !seen.has(source) && seen.add(source))
      .map(({ text, source }) => load(source, text));
  const groups = indexes.flatMap((index) => {
    const page = load(index, 'Overview');
    const listed = groupsIn(page.file).map((group) => ({ title: group.title, pages: pagesOf(index, group) }));
    return [{ title: page.file.headings[0]?.text ?? '', pages: [page] }, ...listed];
  });
  return groups.filter(({ pages }) => pages.length > 0);
}

/** `docs/guides/errors.md` is `guides/errors.html`, a README the index of its folder. */
function sitePath(source: string): string {
  const page = source.replace(/^docs\//, '').replace(/README\.md$/, 'index.md');
  return page.replace(/\.md$/, '.html').toLowerCase();
}

interface Group {
  title: string;
  links: { text: string; href: string }[];
}

function groupsIn({ tokens }: MarkdownFile): Group[] {
  const groups: Group[] = [];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') groups.push({ title: plain(tokens[index + 1]), links: [] });
    depth += token.type === 'list_item_open' ? 1 : token.type === 'list_item_close' ? -1 : 0;
    const at = token.children?.findIndex(({ type }) => type === 'link_open') ?? -1;
    const link = token.children?.[at];
    if (depth === 0 || link === undefined) return;
    const text = token.children?.[at + 1]?.content ?? '';
    groups.at(-1)?.links.push({ text, href: String(link.attrGet('href')) });
  });
  return groups;
}
