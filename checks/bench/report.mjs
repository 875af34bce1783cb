// Puts what was measured into one Markdown page, with the ratio to our own row beside each number.
import { format } from './table.mjs';

/** What stands above each table of the page, by the beginning of its title. */
const notes = {
  Bundle:
    'The code that a bundler keeps for one call, and for everything that is exported: what is loaded first when bundles are split, and all in one file.',
  Instantiations: 'What ten calls cost the type checker, in an editor or a build.',
  'Cold import': 'The first import in a fresh process.',
  'Call over a fetch': 'The cost of a call when nothing is sent; the own cost is what the library adds.',
  'Call over loopback': 'A call to a bare server in another process; ratios are to raw `fetch`.',
  'Heap of a call': 'What a call allocates, with the same server.',
  One: 'Verifying and reading one delivery; ratios are to a bare HMAC and `JSON.parse`.',
  'Mock servers':
    'All serve the same spec. Ours check every response as well as every request, and the sandbox keeps state; the others check requests only. Studio is off. The load generator runs on the same two cores.',
  'Studio, at':
    'What it costs the server to record exchanges, and to tell one page of them. The ratio is what a reader of the stream adds.',
  'The page of Studio': 'What the package is larger for it, and how soon Chromium shows it.',
  Generating: '`npm run generate` bundles, checks and generates types, fact tables and documents.',
};

/** The page, beginning with the picture. */
export function toMarkdown(tables, machine) {
  const head = `# Benchmarks

![CPU of a call, size of a bundle, latency and size of mock servers, compared with similar packages; shorter bars are better](benchmarks.svg)

Measured by \`npm run bench -- --write\` in one run: ${machine}.
In the chart, shorter bars are better and ours are blue. In the tables, less is better except for calls per second.
Compare rows within one table; times differ from run to run. The ratio in brackets is to our value, in the first row with our
package.
`;
  return `${head}\n${tables.map(section).join('\n')}`;
}

function section({ title, heads, rows }) {
  const note = Object.entries(notes).find(([beginning]) => title.startsWith(beginning))?.[1] ?? '';
  const cellOf = heads.includes('ratio') ? format : withRatio;
  const own = rows.find(([name]) => name.startsWith('@oms-sdk') || name.startsWith('npm run')) ?? rows[0];
  const lines = [
    ['', ...heads],
    heads.map(() => '--:').toSpliced(0, 0, '---'),
    ...rows.map(([name, ...values]) => [
      name.startsWith('@oms-sdk') ? `**${name}**` : name,
      ...values.map((value, index) => cellOf(value, own[index + 1])),
    ]),
  ];
  return `## ${title}\n\n${note}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function withRatio(value, own) {
  if (typeof value !== 'number') return String(value ?? '–');
  const isComparable = typeof own === 'number' && own > 0 && value !== own && value > 0;
  return isComparable ? `${format(value)} (${(value / own).toFixed(2)})` : format(value);
}
