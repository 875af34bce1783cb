import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { layout, linkBetween } from './layout.js';
import { render } from './render.js';
import { type Page, readSite } from './site-map.js';

/** What the pages need besides, below `docs/`; on the site it lies in the topmost folder. */
const assets = ['assets/style.css', 'assets/site.js', 'assets/icon.svg', 'benchmarks.svg'];

/** Writes the site of the repository at `root` into `folder`, which is emptied first; gives the number of pages. */
export function buildSite(root: string, folder: string): number {
  const files = siteFiles(root);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return [...files.keys()].filter((path) => path.endsWith('.html')).length;
}

/** The whole site: path → content. */
export function siteFiles(root: string): ReadonlyMap<string, string> {
  const groups = readSite(root);
  const pages = groups.flatMap((group) => group.pages);
  const read = (asset: string) => readFileSync(join(root, 'docs', asset), 'utf8');
  return new Map([
    ...pages.map((page): [string, string] => {
      const content = render(page.file, (href) => linkOf(page, href, pages));
      return [page.path, layout(page, content, groups)];
    }),
    ...assets.map((asset): [string, string] => [posix.basename(asset), read(asset)]),
    ['search.js', searchIndex(pages)],
    ['llms.txt', readFileSync(join(root, 'llms.txt'), 'utf8')],
    ['llms-full.txt', pages.map(({ source }) => wholeText(root, source)).join('\n')],
  ]);
}

/** A page as it stands in the repository, for language models. */
function wholeText(root: string, source: string): string {
  return `<!-- ${source} -->\n\n${readFileSync(join(root, source), 'utf8').trim()}\n`;
}

/** Where a link of a Markdown file leads on the site; `undefined` for files of the repository that are no page. */
function linkOf(page: Page, href: string, pages: readonly Page[]): string | undefined {
  if (/^(?:https:|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const source = posix.join(posix.dirname(page.source), path).replace(/\/$/, '');
  const target = pages.find(
    (other) => [other.source, posix.dirname(other.source)].includes(source) && isPage(other, source),
  );
  if (target === undefined) return undefined;
  return linkBetween(page, target) + (anchor === undefined ? '' : `#${anchor}`);
}

/** A link to a folder means its README. */
const isPage = ({ source }: Page, wanted: string): boolean =>
  source === wanted || source === `${wanted}/README.md`;

/** Titles and headings by path, as a script, because a page that is read from a disk may fetch nothing. */
function searchIndex(pages: readonly Page[]): string {
  const entries = pages.flatMap(({ path, title, file }) => [
    { path, title, text: file.headings[0]?.text ?? '' },
    ...file.headings
      .filter(({ level }) => level === 2)
      .map(({ anchor, text }) => ({
        path: `${path}#${encodeURIComponent(anchor)}`,
        title: text,
        text: title,
      })),
  ]);
  return `globalThis.searchIndex = ${JSON.stringify(entries)};\n`;
}
