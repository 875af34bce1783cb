import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DefaultTheme, UserConfig } from 'vitepress';
import { accessibleTheme } from './accessible-theme.js';
import { escapeHtml, markdownOptions, methodBadge } from './markdown.js';
import { withPolicy } from './policy.js';
import { searchOptions } from './search.js';
import { type Group, type Page, pagesOf, readNavigation } from './site-map.js';

/** Markdown files of the repository that are no pages. */
const elsewhere = [
  '{.*,checks,examples,scripts}/**',
  '{README,AGENTS,CODE_OF_CONDUCT}.md',
  'docs/decisions/**',
  'openapi/released/**',
  'packages/{codegen,contract-tests,studio}/**',
  'packages/*/{CHANGELOG,public-api.gen}.md',
  'packages/*/skills/**',
];

/** The site of the repository at `root`. */
export function siteConfig(root: string): UserConfig<DefaultTheme.Config> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const json = (file: string) => JSON.parse(read(file));
  const { repository }: { repository?: string } = json('package.json');
  const navigation = readNavigation(root);
  const pages = pagesOf(navigation);
  return {
    title: 'OMS SDK',
    lang: 'en',
    srcDir: root,
    srcExclude: elsewhere,
    outDir: join(root, 'docs/site'),
    rewrites: ((source) => {
      const page = pages.find((other) => other.source === source);
      if (page === undefined)
        throw new Error(`${source} is no page: list it in docs/README.md, or exclude it.`);
      if (/<!--\s*@include/.test(read(source)))
        throw new Error(`${source} asks VitePress to include a file.`);
      return page.path;
    }) as Rewrites,
    metaChunk: true,
    router: { prefetchLinks: false },
    // With a transition switched off, it would add a style element, which our policy forbids.
    appearance: { disableTransition: false },
    markdown: markdownOptions(
      pages,
      repository,
      pages.some(({ source }) => source === changelogPage) ? changelogOf(root) : '',
    ),
    themeConfig: {
      logo: { src: '/icon.svg', alt: '' },
      outline: [2, 3],
      sidebar: sidebarOf(navigation),
      search: { provider: 'local', options: searchBoxOptions() },
      ...(repository && { editLink: { pattern: `${repository}/edit/main/:path` } }),
      describes: `For version ${json('openapi/generated/openapi.json').info.version} of the spec, @oms-sdk/client ${json('packages/client/package.json').version} and @oms-sdk/mock-server ${json('packages/mock-server/package.json').version}.`,
    } as DefaultTheme.Config,
    vite: {
      publicDir: fileURLToPath(new URL('../public', import.meta.url)),
      plugins: [accessibleTheme, { name: 'site', enforce: 'pre', resolveId: ownModules }],
    },
    // The title stands within a script of its page.
    transformPageData: ({ title }) => ({ title: title.replaceAll('<', '‹') }),
    transformHead: ({ siteData, content }) => [
      ['link', { rel: 'icon', type: 'image/svg+xml', href: `${siteData.base}icon.svg` }],
      ['meta', { name: 'description', content: firstWords(content) }],
    ],
    transformHtml: withPolicy,
    buildEnd({ outDir }) {
      const whole = pages.map(({ source }) => `<!-- ${source} -->\n\n${read(source).trim()}\n`);
      writeFileSync(join(outDir, 'llms.txt'), read('llms.txt'));
      writeFileSync(join(outDir, 'llms-full.txt'), whole.join('\n'));
      const files = readdirSync(outDir, { recursive: true }).map((file) => statSync(join(outDir, `${file}`)));
      const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
      console.log(`${pages.length} pages, ${(bytes / 1e6).toFixed(1)} MB in ${outDir}`);
    },
  };
}

const changelogPage = 'docs/changelog.md';

/** Made whenever the site is: a changeset more leaves no committed page behind. */
function changelogOf(root: string): string {
  const cli = join(root, 'packages/codegen/src/release/cli.ts');
  return execFileSync(process.execPath, ['--import', 'tsx', cli, '--changelog'], {
    cwd: root,
    encoding: 'utf8',
  });
}

type Rewrites = NonNullable<UserConfig['rewrites']>;

function sidebarOf(entries: readonly (Page | Group)[]): DefaultTheme.SidebarItem[] {
  return entries.map((entry) => {
    const text = escapeHtml(entry.title);
    if ('entries' in entry) return { text, items: sidebarOf(entry.entries) };
    const badge = entry.method === undefined ? '' : `${methodBadge(entry.method)} `;
    return { text: badge + text, docFooterText: text, link: `/${entry.path}` };
  });
}

/** VitePress sends the browser every function that it can list here as text to evaluate, which our policy forbids. */
function searchBoxOptions(): DefaultTheme.LocalSearchOptions {
  return Object.defineProperty({}, 'miniSearch', { value: { options: searchOptions }, enumerable: false });
}

/** The search box gets our module instead of MiniSearch; pages outside this folder get its Vue when they are rendered. */
function ownModules(id: string, importer: string | undefined, { ssr }: { ssr?: boolean }) {
  if (id === 'minisearch' && importer?.includes('VPLocalSearchBox')) return searchModule;
  return ssr && /^vue(\/server-renderer)?$/.test(id) ? { id, external: true } : undefined;
}

const searchModule = fileURLToPath(new URL('./search.ts', import.meta.url));

/** The beginning of a page's first real paragraph, for those who link to it. */
function firstWords(html: string): string {
  const [, paragraph = ''] = /<p>(.{40,}?)<\/p>/s.exec(html) ?? [];
  return paragraph
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 160);
}
