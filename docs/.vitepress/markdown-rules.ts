import { posix } from 'node:path';
import type { MarkdownOptions } from 'vitepress';
import type { Page } from './site-map.js';

type Rules = Parameters<NonNullable<MarkdownOptions['config']>>[0]['core']['ruler'];
type State = Parameters<Parameters<Rules['push']>[1]>[0];
type Token = State['tokens'][number];

const marks = /^(documented|inferred|third-party|precedent|preview|write-only|required)\b/;

/** Leads links to pages of the site, or to the repository; a file that neither has is named without a link. */
export function leadLinks({ tokens, env }: State, pages: readonly Page[], repository?: string): void {
  const page = pages.find(({ path, source }) => [path, source].includes(env.relativePath));
  const folder = posix.dirname(page?.source ?? env.relativePath);
  for (const { children } of tokens) {
    let isDropped = false;
    for (const token of children ?? []) {
      if (token.type === 'image' && !/^(?!\/\/)[\w./-]+$/.test(token.attrGet('src') ?? ''))
        token.type = 'text';
      if (token.type === 'link_open') {
        const href = linkTo(token.attrGet('href') ?? '', folder, pages, repository);
        isDropped = href === undefined;
        token.attrSet('href', href ?? '');
      }
      if (isDropped && /^link_/.test(token.type)) token.type = 'text';
    }
  }
}

function linkTo(href: string, folder: string, pages: readonly Page[], repository?: string) {
  if (/^(https:\/\/[a-z0-9.-]+(\/|$)|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const source = posix.join(folder, path).replace(/\/$/, '');
  const target = pages.find((other) => [source, `${source}/README.md`].includes(other.source));
  const fragment = anchor === undefined ? '' : `#${anchor}`;
  if (target !== undefined) return `/${target.path}${fragment}`;
  return repository && /^[\w./-]+$/.test(source) ? `${repository}/blob/main/${source}${fragment}` : undefined;
}

/** Gives the words that say how certain or how private a field is a class. */
export function markWords({ tokens }: State): void {
  for (const children of tokens.map((token) => token.children ?? [])) {
    for (const [index, token] of children.entries()) {
      const [, word] = marks.exec(children[index + 1]?.content ?? '') ?? [];
      if (word !== undefined && /^(em|strong)_open$/.test(token.type)) token.attrSet('class', `mark ${word}`);
    }
  }
}

/** Gives each row about a field an anchor. A column of numbers gets a class, as the policy allows no inline style. */
export function anchorFields({ tokens, Token }: State): void {
  const ids = new Set<string>();
  let section = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') section = token.attrGet('id') ?? '';
    // A corner above the names of rows heads nothing.
    if (/^th_/.test(token.type) && tokens[index + (token.nesting === 1 ? 1 : -1)]?.content === '')
      token.tag = 'td';
    if (token.attrGet('style') === 'text-align:right') token.attrs = [['class', 'number']];
    const cell = tokens[index + 1]?.type === 'td_open' ? tokens[index + 2] : undefined;
    const [name, ...rest] = cell?.children ?? [];
    if (token.type !== 'tr_open' || cell === undefined || name?.type !== 'code_inline') continue;
    const id = `${section}.${name.content.replaceAll('[]', '').replace(/[^\w.-]+/g, '-')}`;
    if (ids.has(id)) continue;
    ids.add(id);
    token.attrSet('id', id);
    const link = new Token('link_open', 'a', 1);
    link.attrs = [
      ['class', 'field'],
      ['href', `#${id}`],
    ];
    cell.children = [link, name, new Token('link_close', 'a', -1), ...rest];
  }
}

/** Makes tabs of code blocks that follow each other with a `[label]`. Of their infos only language and label are used. */
export function groupTabs(state: State): void {
  const isTab = (token: Token | undefined) => token?.type === 'fence' && token.info.endsWith(']');
  for (const token of state.tokens.filter(({ type }) => type === 'fence')) {
    token.info = /^[\w-]+( \[[\w .#+-]+\])?$/.exec(token.info.trim())?.[0] ?? '';
  }
  state.tokens = state.tokens.flatMap((token, index, all) => {
    const [before, after] = [isTab(all[index - 1]), isTab(all[index + 1])];
    if (!isTab(token) || (!before && !after)) return [token];
    const open = before ? [] : [new state.Token('container_code-group_open', 'div', 1)];
    return [...open, token, ...(after ? [] : [new state.Token('container_code-group_close', 'div', -1)])];
  });
}
