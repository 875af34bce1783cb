import MiniSearch, { type Options } from 'minisearch';
import { stemmer } from 'stemmer';

const ignored = new Set(
  'a an and are as at be by can do does for from have how i if in is it me my of on or our so that the then there this to was we what when where which who why will with you your'.split(
    ' ',
  ),
);

/** A question is about how to do something more often than about this project. */
const weights: readonly (readonly [RegExp, number])[] = [
  [/\/guides\//, 1.6],
  [/\/packages\/client\/(#|$)/, 1.2],
  [/\/(openapi|figures|benchmarks|contributing|changelog|security)\b/, 0.7],
];

/** How the pages are indexed and searched: by the stems of their words and of the parts of `camelCase` names; Next.js is a word. */
export const searchOptions: Options = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  tokenize: (text) => text.match(/[\p{L}\p{N}]+\.js\b|[\p{L}\p{N}_]+/giu) ?? [],
  processTerm(term) {
    const word = term.toLowerCase();
    if (ignored.has(word)) return null;
    const parts = term.split(/(?<=[a-z])(?=[A-Z])|_/).map((part) => part.toLowerCase());
    return [...new Set([word, ...parts])].filter(Boolean).map(stemmer);
  },
  searchOptions: {
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    boost: { title: 4, titles: 2, text: 1 },
    boostDocument: (id) => weights.find(([pages]) => pages.test(id))?.[1] ?? 1,
  },
};

/** What the search box of VitePress uses of MiniSearch. Functions in its own options would need a policy that allows `eval`. */
export default {
  loadJSON: (json: string) => MiniSearch.loadJSON(json, searchOptions),
};
