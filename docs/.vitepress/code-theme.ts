import type { MarkdownOptions } from 'vitepress';

/** What is coloured in a program; `theme/style.css` has the colours. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment'],
  string: ['string', 'punctuation.definition.string'],
  constant: ['constant.numeric', 'constant.language', 'variable.other.constant.property'],
  keyword: ['keyword', 'storage.type', 'storage.modifier', 'variable.language'],
  function: ['entity.name.function', 'support.function'],
  type: ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class'],
  property: ['support.type.property-name', 'meta.object-literal.key'],
};

export const codeTheme = {
  name: 'classes',
  type: 'light' as const,
  fg: 'var(--text)',
  bg: 'var(--background)',
  settings: Object.entries(scopes).map(([name, scope]) => ({
    scope: [...scope],
    settings: { foreground: `var(--${name})` },
  })),
};

/** The policy of the site allows no inline style, so a colour is the name of a class. */
export const colorsAsClasses: NonNullable<MarkdownOptions['codeTransformers']>[number] = {
  // Without it a slow machine gives up in the middle of a line.
  preprocess(_code, options) {
    options.tokenizeTimeLimit = 0;
  },
  pre({ properties }) {
    delete properties['v-pre'];
  },
  span({ properties }) {
    const [, name] = /var\(--(\w+)\)/.exec(String(properties['style'] ?? '')) ?? [];
    delete properties['style'];
    if (name !== undefined && name !== 'text') properties['class'] = name;
  },
};
