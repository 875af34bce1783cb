import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import type { Token } from 'markdown-it';
import { type MarkdownFile, markdown, plain } from './markdown-file.js';

hljs.registerLanguage('sh', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('ts', typescript);

const { escapeHtml } = markdown.utils;
const marks = ['documented', 'inferred', 'third-party', 'precedent', 'preview', 'write-only', 'required'];

/** HTML of a Markdown file; `linkTo` gives where a link leads on the site, `undefined` for what the site does not have. */
export function render(file: MarkdownFile, linkTo: (href: string) => string | undefined): string {
  labelCells(file.tokens);
  return markdown.renderer.render([...file.tokens], markdown.options, { linkTo });
}

interface Environment {
  readonly linkTo: (href: string) => string | undefined;
}

const { rules } = markdown.renderer;

rules['fence'] = (tokens, index) => {
  const { content = '', info = '' } = tokens[index] ?? {};
  const language = info.trim();
  const isKnown = hljs.getLanguage(language) !== undefined;
  const html = isKnown ? hljs.highlight(content, { language }).value : escapeHtml(content);
  const label = isKnown ? ` data-language="${escapeHtml(language)}"` : '';
  return `<div class="code"${label}><pre tabindex="0"><code>${html}</code></pre></div>\n`;
};

rules['code_inline'] = (tokens, index) => {
  const content = tokens[index]?.content ?? '';
  const [, verb, path = ''] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(content) ?? [];
  if (verb === undefined)
    return `<code>${escapeHtml(content).replaceAll(/(?<=\w|\])\.(?=\w)/g, '.<wbr>')}</code>`;
  return `<code class="http"><b class="${verb.toLowerCase()}">${verb}</b> ${escapeHtml(path)}</code>`;
};

for (const type of ['em_open', 'strong_open']) {
  rules[type] = (tokens, index, options, _environment, self) => {
    const word = tokens[index + 1]?.content ?? '';
    if (marks.includes(word)) tokens[index]?.attrSet('class', `mark ${word}`);
    return self.renderToken(tokens, index, options);
  };
}

rules['link_open'] = (tokens, index, options, environment, self) => {
  const token = tokens[index];
  const { linkTo } = environment as unknown as Environment;
  const href = linkTo(String(token?.attrGet('href')));
  const close = tokens.slice(index).find(({ type }) => type === 'link_close');
  if (href === undefined && close !== undefined) close.hidden = true;
  if (href === undefined || token === undefined) return '';
  token.attrSet('href', href);
  return self.renderToken(tokens, index, options);
};
rules['link_close'] = (tokens, index) => (tokens[index]?.hidden ? '' : '</a>');

rules['heading_close'] = (tokens, index) => {
  const tag = tokens[index]?.tag ?? 'h1';
  const id = String(tokens[index - 2]?.attrGet('id'));
  const label = escapeHtml(plain(tokens[index - 1]));
  if (tag === 'h1') return '</h1>\n';
  return ` <a class="anchor" href="#${escapeHtml(encodeURIComponent(id))}" aria-label="Link to ${label}">#</a></${tag}>\n`;
};

rules['table_open'] = () => '<div class="table"><table role="table">\n';
rules['table_close'] = () => '</table></div>\n';

/**
 * On a narrow screen each cell shows the head of its column; roles keep the table one for screen readers there. The
 * policy of the site allows no inline style, so a column of numbers is marked by a class.
 */
function labelCells(tokens: readonly Token[]): void {
  let heads: string[] = [];
  let column = 0;
  tokens.forEach((token, index) => {
    if (token.attrGet('style') === 'text-align:right') token.attrs = [['class', 'number']];
    if (token.type === 'thead_open') heads = [];
    if (token.type === 'tr_open') {
      column = 0;
      token.attrSet('role', 'row');
    }
    if (token.type === 'th_open') {
      heads.push(plain(tokens[index + 1]));
      token.attrSet('role', 'columnheader');
    }
    if (token.type === 'td_open') {
      token.attrSet('role', 'cell');
      const head = heads[column];
      if (head !== undefined && head !== '' && column > 0) token.attrSet('data-label', head);
      column += 1;
    }
  });
}
