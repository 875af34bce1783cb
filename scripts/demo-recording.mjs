// Makes the recording of the demo that the README shows, from what the demo prints:
//   npm run --silent demo | node scripts/demo-recording.mjs
// With --check, compares them instead, and exits 1 when the demo prints something else. Ports, times, how often the client had
// to ask and how far the checks have come, on a machine that is slow, do not count.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../docs/assets/demo.svg', import.meta.url));
const columns = 94;
const visibleLines = 16;
const lineHeight = 19;
const charWidth = 7.83;
const bar = 34;
const width = Math.ceil(columns * charWidth) + 32;
const height = bar + visibleLines * lineHeight + 14;

const output = readFileSync(0, 'utf8');
const lines = ['$ npm run demo', ...output.trim().split('\n').map(stable)].flatMap(wrapped);

if (!process.argv.includes('--check')) writeFileSync(file, recording(lines));
else if (comparable(readFileSync(file, 'utf8')) !== comparable(recording(lines))) {
  process.stderr.write(
    'Stale: docs/assets/demo.svg.\nRun `npm run --silent demo | node scripts/demo-recording.mjs` and commit the result.\n',
  );
  process.exitCode = 1;
}

/** What differs between two runs is the same in every recording. */
function stable(line, index, all) {
  if (line.includes('GET ') && line === all[index - 1]) return '';
  return line
    .replace(/127\.0\.0\.1:\d+/, '127.0.0.1:4010')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '2026-01-01T00:00:00.000Z')
    .replace(/✓ \d+ requests/, '✓ 14 requests');
}

/** Without what depends on the speed of the machine. */
function comparable(svg) {
  return svg.replace(/\b(?:PENDING|ACTIVE)\b/g, 'PENDING');
}

/** The last line is longer than the window. */
function wrapped(line, index) {
  if (line === '' && index > 2) return [];
  const parts = [];
  for (const word of line.split(/(?= → )/)) {
    const current = parts.at(-1);
    if (current !== undefined && current.length + word.length <= columns) parts[parts.length - 1] += word;
    else parts.push(current === undefined ? word : ` ${word}`);
  }
  return parts;
}

/** An animated SVG: the lines come in from below, as in a terminal, and the whole begins again. */
function recording(shown) {
  const starts = [];
  let ms = 0;
  for (const [index, line] of shown.entries()) {
    starts.push(ms);
    if (index === 0) ms += 1200;
    else ms += /^ ?\d+\. /.test(line) ? 450 : 190;
  }
  const total = ms + 6000;
  const offset = (count) => (visibleLines - Math.max(count, 1)) * lineHeight;
  const frames = starts.map((start, index) => {
    const percent = ((start / total) * 100).toFixed(2);
    return `${percent}%{transform:translateY(${offset(index + 1)}px)}`;
  });
  const end = offset(shown.length);
  const rows = shown.map((line, index) => row(line, bar + (index + 1) * lineHeight)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The demo of the OMS SDK: a customer from the first call to a wallet">
<!-- Made by scripts/demo-recording.mjs from the output of \`npm run demo\`. Do not edit. -->
<style>
text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#c9d1d9;white-space:pre}
.b{fill:#fff;font-weight:600}.m{fill:#79c0ff}.g{fill:#56d364}.y{fill:#e3b341}.r{fill:#ff7b72}.d{fill:#8b949e}
#lines{transform:translateY(${end}px);animation:scroll ${total}ms step-end infinite}
@keyframes scroll{${frames.join('')}100%{transform:translateY(${end}px)}}
@media (prefers-reduced-motion:reduce){#lines{animation:none}}
</style>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<circle cx="20" cy="17" r="5" fill="#ff5f57"/><circle cx="38" cy="17" r="5" fill="#febc2e"/><circle cx="56" cy="17" r="5" fill="#28c840"/>
<clipPath id="screen"><rect y="${bar - 2}" width="${width}" height="${visibleLines * lineHeight + 6}"/></clipPath>
<g clip-path="url(#screen)"><g id="lines">
${rows}
</g></g>
</svg>
`;
}

/** One line as text, with the colours that a terminal would give it. */
function row(line, y) {
  const rules = [
    [/^(\$ )(.*)$/, ['d', 'b']],
    [/^( ?\d+\. .*)$/, ['b']],
    [/^( +(?:GET|POST|PATCH|DELETE) +)(\S+ +)(\d{3}) {2}(✓ .*)$/, ['m', '', 'd', 'g']],
    [/^( +POST +)(\S+ +)(···) {2}(⚡.*)$/, ['m', '', 'd', 'y']],
    [/^( +· .*)$/, ['y']],
    [/^(✓ .*)$/, ['g']],
    [/^( +\w+: )(.*)$/, ['d', '']],
  ];
  for (const [pattern, classes] of rules) {
    const [, ...parts] = pattern.exec(line) ?? [];
    if (parts.length === 0) continue;
    const spans = parts.map((part, index) => {
      const gap = index > 2 ? '  ' : '';
      return `<tspan${classes[index] === '' ? '' : ` class="${classes[index]}"`}>${escaped(gap + part)}</tspan>`;
    });
    return `<text x="16" y="${y}" xml:space="preserve">${spans.join('')}</text>`;
  }
  return `<text x="16" y="${y}" xml:space="preserve">${escaped(line)}</text>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
