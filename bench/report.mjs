// Puts what was measured into one Markdown page, with the ratio to our own row beside each number.
import { format } from './table.mjs';

/** What stands above each table of the page, by the beginning of its title. */
const notes = {
  Bundle: 'Bytes of the code that a bundler keeps for one call, and for everything that is exported.',
  Instantiations: 'What ten calls cost the type checker of an editor.',
  'Cold import': 'The first import in a fresh process.',
  'Call over a fetch': 'What remains of a call when nothing is sent.',
  'Call over loopback': 'A call to a bare server in another process; ratios are to raw `fetch`.',
  'Heap of a call': 'What a call allocates, on its way to the same server.',
  One: 'Verifying and reading one delivery; ratios are to a bare HMAC and `JSON.parse`.',
  'Mock servers':
    'The same spec in each. Ours check every response as well as every request, and the sandbox keeps state; the others check requests. The load comes from the same two cores.',
  Generating: 'Ours bundles, checks and generates types, fact tables and documents.',
};

/** The page, beginning with the picture. */
export function toMarkdown(tables, machine) {
  const head = `# Benchmarks

![Cost of a call, size of a bundle, mock servers beside their peers](benchmarks.svg)

Measured by \`npm run bench -- --write\` in one run: ${machine}.
Compare rows of one table, not runs. In brackets: how many times our value, that of our first row.
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
      name,
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
