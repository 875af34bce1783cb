// Draws four panels of bars as SVG, in colours that can be read on a light and on a dark background.
import { format } from './table.mjs';

const [panelWidth, barHeight, labelWidth, gap] = [430, 22, 190, 30];
const colours = { ours: '#2f81f7', others: '#8b949e', text: '#768390' };

/** Which column of which table a panel shows: the beginning of the title, and the head, the last where it stands twice. */
const panels = [
  ['CPU of a create over loopback, µs', 'Call over loopback', 'create CPU'],
  ['Bundle with one call, kB min+gzip', 'Bundle', 'one call, split'],
  ['Mock server, p99 of a create at 100 calls at once, ms', 'Mock servers', 'p99, ms'],
  ['Mock server, install size, MB', 'Mock servers', 'install, MB'],
];

/** The picture as text. */
export function drawChart(tables) {
  const drawn = panels.map(([title, beginning, head]) => {
    const table = tables.find((one) => one.title.startsWith(beginning));
    const column = table.heads.lastIndexOf(head) + 1;
    return { title, bars: table.rows.map((row) => [row[0], row[column]]) };
  });
  const rows = [drawn.slice(0, 2), drawn.slice(2)];
  const heights = rows.map((row) => Math.max(...row.map(({ bars }) => 40 + bars.length * barHeight)) + gap);
  const groups = rows.flatMap((row, line) =>
    row.map((panel, column) => {
      const y = heights.slice(0, line).reduce((sum, height) => sum + height, 10);
      return `<g transform="translate(${10 + column * (panelWidth + gap)} ${y})">${draw(panel)}</g>`;
    }),
  );
  const [width, height] = [2 * panelWidth + gap + 20, heights[0] + heights[1]];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13" fill="${colours.text}">
<title>Benchmarks: shorter bars are better</title>
${groups.join('\n')}
</svg>
`;
}

function draw({ title, bars }) {
  const longest = Math.max(...bars.map(([, value]) => value));
  const lines = bars.map(([name, value], index) => {
    const y = 28 + index * barHeight;
    const width = Math.max(2, ((panelWidth - labelWidth - 60) * value) / longest);
    const colour = name.startsWith('@oms-sdk') ? colours.ours : colours.others;
    const label = name.replace('@oms-sdk/mock-server', 'oms-mock');
    return `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${label}</text><rect x="${labelWidth}" y="${y + 3}" width="${width.toFixed(1)}" height="${barHeight - 6}" rx="3" fill="${colour}"/><text x="${(labelWidth + width + 6).toFixed(1)}" y="${y + 14}">${format(value)}</text>`;
  });
  return `<text y="14" font-weight="600">${title}</text>${lines.join('')}`;
}
