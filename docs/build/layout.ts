import { posix } from 'node:path';
import { markdown, plain } from './markdown-file.js';
import type { NavigationGroup, Page } from './site-map.js';

const { escapeHtml } = markdown.utils;

/** Nothing but this site's own files is loaded, and nothing is sent anywhere. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page around its content. */
export function layout(page: Page, content: string, groups: readonly NavigationGroup[]): string {
  const root = posix.relative(posix.dirname(page.path), '.') || '.';
  const title = plain(page.file.tokens[1]) || page.title;
  return `<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(descriptionOf(page))}">
<title>${escapeHtml(title === 'OMS SDK' ? title : `${title} · OMS SDK`)}</title>
<link rel="icon" href="${root}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/style.css">
<script src="${root}/site.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header>
<a class="brand" href="${root}/index.html">OMS SDK</a>
<search hidden><input type="search" aria-label="Search" placeholder="Search (press /)" autocomplete="off" spellcheck="false"><ul></ul></search>
<button type="button" class="menu" aria-expanded="false" aria-controls="navigation" hidden>Menu</button>
</header>
<div class="columns">
<nav id="navigation" aria-label="Pages">
${groups.map((group) => navigation(group, page)).join('\n')}
</nav>
<main id="content" tabindex="-1">
<article>
${content}</article>
${neighbours(page, groups)}
</main>
${outline(page)}
</div>
</body>
</html>
`;
}

function navigation({ title, pages }: NavigationGroup, current: Page): string {
  const items = pages.map((page) => {
    const here = page.path === current.path ? ' aria-current="page"' : '';
    return `<li><a href="${linkBetween(current, page)}"${here}>${escapeHtml(page.title)}</a></li>`;
  });
  return `<h2>${escapeHtml(title)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function neighbours(current: Page, groups: readonly NavigationGroup[]): string {
  const pages = groups.flatMap((group) => group.pages);
  const index = pages.findIndex(({ path }) => path === current.path);
  const link = (page: Page | undefined, rel: string, label: string) =>
    page === undefined
      ? '<span></span>'
      : `<a rel="${rel}" href="${linkBetween(current, page)}"><small>${label}</small> ${escapeHtml(page.title)}</a>`;
  return `<nav class="neighbours" aria-label="Previous and next page">${link(pages[index - 1], 'prev', 'Previous')}${link(pages[index + 1], 'next', 'Next')}</nav>`;
}

function outline({ file }: Page): string {
  const headings = file.headings.filter(({ level }) => level === 2);
  if (headings.length < 2) return '';
  const items = headings.map(
    ({ anchor, text }) => `<li><a href="#${encodeURIComponent(anchor)}">${escapeHtml(text)}</a></li>`,
  );
  return `<aside aria-label="On this page"><h2>On this page</h2><ul>${items.join('')}</ul></aside>`;
}

/** Relative, so that the site works in any folder and from a disk. */
export function linkBetween(from: Page, to: Page): string {
  return posix.relative(posix.dirname(from.path), to.path);
}

function descriptionOf({ file }: Page): string {
  const paragraphs = file.tokens
    .filter((_, index, all) => all[index - 1]?.type === 'paragraph_open')
    .map(plain);
  return (paragraphs.find((text) => text.length > 40) ?? '').replace(/\s+/g, ' ').slice(0, 160);
}
