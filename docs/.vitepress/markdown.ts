import type { MarkdownOptions } from 'vitepress';
import { codeTheme, colorsAsClasses } from './code-theme.js';
import { anchorFields, groupTabs, leadLinks, markWords } from './markdown-rules.js';
import type { Page } from './site-map.js';

const containers = ['code-group', 'v-pre', 'raw', 'tip', 'info', 'warning', 'danger', 'details'];

/** The anchor that GitHub gives a heading. */
export const slugify = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/**
 * CommonMark with tables, as GitHub shows it. Text of the spec stands in these files, so nothing in them is carried out: HTML is
 * shown, Vue compiles none of it, and what VitePress adds to Markdown (attributes, containers, included files) is off.
 */
export function markdownOptions(
  pages: readonly Page[],
  repository: string | undefined,
  changelog: string,
): MarkdownOptions {
  return {
    html: false,
    linkify: false,
    gfmAlerts: false,
    attrs: { disable: true },
    anchor: { slugify },
    theme: codeTheme,
    codeTransformers: [colorsAsClasses],
    config(md) {
      md.disable(['snippet', 'toc', 'emoji', ...containers.map((name) => `container_${name}`)]);
      md.core.ruler.before('normalize', 'origin', (state) => {
        state.src = state.src.replace(/^(<!--.*?-->\s*)+/s, '');
        // Before and after VitePress moves the page to its path on the site.
        if (/^(docs\/)?changelog\.md$/.test(state.env.relativePath)) state.src += `\n${changelog}`;
      });
      md.core.ruler.push('links', (state) => leadLinks(state, pages, repository));
      md.core.ruler.push('marks', markWords);
      md.core.ruler.push('fields', anchorFields);
      md.core.ruler.push('tabs', groupTabs);
      md.renderer.rules['code_inline'] = (tokens, index) => {
        const content = escapeHtml(tokens[index]?.content ?? '');
        const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(content) ?? [];
        // A long name may break where a part of it ends.
        const breakable = content.replaceAll(/(?<=\w|\])\.(?=\w)/g, '.<wbr>');
        return method ? `<code>${methodBadge(method)} ${path}</code>` : `<code>${breakable}</code>`;
      };
      const render = md.render.bind(md);
      md.render = (...args) => `<div v-pre>${render(...args)}</div>`;
    },
  };
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An HTTP method as the pages and the navigation show it. */
export const methodBadge = (method: string): string =>
  `<span class="method ${method.toLowerCase()}">${method}</span>`;
