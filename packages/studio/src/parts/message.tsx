import type { Message as RecordedMessage, Violation } from '../admin-api.js';

const notes = {
  cut: 'The rest was too long to keep.',
  'not-json': 'The body is not JSON, so it was not kept.',
  'too-large': 'The body was too large to keep, or did not end.',
} as const;

interface MessageProps {
  readonly title: string;
  readonly message: RecordedMessage;
  readonly violations?: readonly Violation[];
}

/** Headers and body of a message, with each place marked that a violation is about. */
export function Message({ title, message, violations = [] }: MessageProps) {
  const inHeaders = new Map(
    violations.flatMap((one) => (one.location[0] === 'header' ? [[one.location[1], one.message]] : [])),
  );
  return (
    <>
      <h4>{title}</h4>
      <details open={inHeaders.size > 0}>
        <summary>
          {Object.keys(message.headers).length} headers<span class="hidden"> of the {title}</span>
        </summary>
        <dl class="headers">
          {Object.entries(message.headers).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {value}
                {inHeaders.has(name) && <mark> ◀ {inHeaders.get(name)}</mark>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {message.body.text !== '' && <Body text={message.body.text} violations={violations} />}
      {message.body.note !== undefined && <p>{notes[message.body.note]}</p>}
    </>
  );
}

interface BodyProps {
  readonly text: string;
  readonly violations?: readonly Violation[];
}

/** A body, with what is wrong beside the line that it is about. */
export function Body({ text, violations = [] }: BodyProps) {
  const lines = linesOf(text);
  const marks = new Map<number, string[]>();
  for (const { location, message } of violations.filter((one) => one.location[0] === 'body')) {
    const [line, missing] = lineOf(lines, location.slice(1));
    marks.set(line, [...(marks.get(line) ?? []), missing === '' ? message : `${missing}: ${message}`]);
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard.
    <pre tabIndex={0}>
      {lines.map((line, index) => {
        const said = marks.get(index);
        return said === undefined ? (
          `${line.text}\n`
        ) : (
          <mark key={index}>{`${line.text}  ◀ ${said.join(' ')}\n`}</mark>
        );
      })}
    </pre>
  );
}

/** One line of a body as it is shown, and the place in the JSON that begins on it. */
interface Line {
  readonly text: string;
  readonly place?: string;
}

const placeOf = (steps: readonly string[]) => JSON.stringify(steps);

/** JSON on lines, as `JSON.stringify` writes it; other text as it is. */
function linesOf(text: string): Line[] {
  try {
    return jsonLines(JSON.parse(text), [], '', '');
  } catch {
    return text.split('\n').map((line) => ({ text: line }));
  }
}

function jsonLines(value: unknown, steps: readonly string[], indent: string, key: string): Line[] {
  const place = placeOf(steps);
  const isList = Array.isArray(value);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return [{ text: `${indent}${key}${JSON.stringify(value)}`, place }];
  const inner = entries.flatMap(([name, item], index) => {
    const lines = jsonLines(item, [...steps, name], `${indent}  `, isList ? '' : `${JSON.stringify(name)}: `);
    const last = lines.pop() ?? { text: '' };
    return [...lines, { ...last, text: index < entries.length - 1 ? `${last.text},` : last.text }];
  });
  return [{ text: `${indent}${key}${open}`, place }, ...inner, { text: `${indent}${close}` }];
}

/** The line of a place, or that of what it would be in, and what is missing there. */
function lineOf(lines: readonly Line[], steps: readonly string[]): [line: number, missing: string] {
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const place = placeOf(steps.slice(0, depth));
    const line = lines.findIndex((one) => one.place === place);
    if (line >= 0) return [line, steps.slice(depth).join('.')];
  }
  return [0, steps.join('.')];
}
