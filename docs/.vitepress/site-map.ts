import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One page of the site. */
export interface Page {
  /** Path of its Markdown file below the repository's root. */
  readonly source: string;
  /** Path of that file on the site. */
  readonly path: string;
  /** What the navigation calls it. */
  readonly title: string;
  /** The HTTP method of the operation that it describes. */
  readonly method?: string | undefined;
}

/** Pages under one heading of the navigation. */
export interface Group {
  readonly title: string;
  readonly entries: readonly (Page | Group)[];
}

/** The file whose lists of links are the navigation. A list may name another index, whose lists then stand in its place. */
const index = 'docs/README.md';

/** Reads the navigation: a heading of an index is a group, a link that begins a list item below it a page. */
export function readNavigation(root: string, source = index): Group[] {
  const [, ...sections] = readFileSync(join(root, source), 'utf8').split(/^## /m);
  const groups = sections.map((section) => {
    const [title = ''] = section.split('\n');
    const items = section.matchAll(/^- \[(.+?)\]\((\S+?\.md)\)(?: `(GET|POST|PUT|PATCH|DELETE) )?/gm);
    const entries = [...items].flatMap(([, name = '', href = '', method]): (Page | Group)[] => {
      const target = posix.join(posix.dirname(source), href);
      const page = { source: target, path: sitePath(target), title: name, method };
      return target === 'docs/reference/README.md' ? [page, ...readNavigation(root, target)] : [page];
    });
    return { title, entries };
  });
  return groups.filter(({ entries }) => entries.length > 0);
}

/** All pages in the order of the navigation, the first page of the site before them. */
export function pagesOf(groups: readonly Group[]): Page[] {
  const first = { source: index, path: sitePath(index), title: 'OMS SDK' };
  const flat = (entries: Group['entries']): Page[] =>
    entries.flatMap((entry) => ('entries' in entry ? flat(entry.entries) : [entry]));
  return [first, ...flat(groups)];
}

/** `docs/guides/errors.md` is `guides/errors.md`, a README the index of its folder. */
const sitePath = (source: string): string =>
  source
    .replace(/^docs\//, '')
    .replace(/README\.md$/, 'index.md')
    .toLowerCase();
