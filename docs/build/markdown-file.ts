import MarkdownIt, { type Token } from 'markdown-it';
import { createSlugger } from './slugger.js';

/** A heading with its anchor. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** A parsed Markdown file. */
export interface MarkdownFile {
  readonly tokens: readonly Token[];
  readonly headings: readonly Heading[];
  /** Targets of its links as they are written. */
  readonly links: readonly string[];
}

/** CommonMark with tables. HTML in the text is shown, not obeyed. */
export const markdown = new MarkdownIt({ html: false, linkify: false });

/** Parses a file; the comment on the first line that says where it comes from is not part of the text. */
export function parseMarkdown(text: string): MarkdownFile {
  const tokens = markdown.parse(text.replace(/^(<!--.*?-->\s*|---\n.*?\n---\n)/s, ''), {});
  const slug = createSlugger();
  const headings = tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return [];
    const content = plain(tokens[index + 1]);
    const anchor = slug(content);
    token.attrSet('id', anchor);
    return [{ level: Number(token.tag.slice(1)), text: content, anchor }];
  });
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const links = inline
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')));
  return { tokens, headings, links };
}

/** The text of an inline token without its marks. */
export function plain(token: Token | undefined): string {
  const texts = (token?.children ?? []).filter(({ type }) =>
    ['text', 'code_inline', 'text_special'].includes(type),
  );
  return texts.map(({ content }) => content).join('');
}
