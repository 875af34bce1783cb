/** A token behind white space: punctuation, a string, or another scalar. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them in a string.
  /[ \t\r\n]*(?:([{}[\]:,])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|((?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z.+-])))/y;

/** The kinds of tokens that may come next: `s` is a string, `v` another scalar. */
type Expected = readonly string[];

const value: Expected = ['{', '[', 's', 'v'];
const next = (opened: string): Expected => (opened === '{' ? [',', '}'] : [',', ']']);

/** Where a text that is not JSON stops being JSON, from 1. A token that is broken counts from its beginning. */
export function jsonErrorPlace(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, errorOffset(text));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

function errorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = value;
  let end = 0;
  for (;;) {
    token.lastIndex = end;
    const found = token.exec(text);
    const kind = found?.[1] ?? (found?.[2] === undefined ? 'v' : 's');
    if (found === null || !expected.includes(kind))
      return end + (/^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
    end = token.lastIndex;
    expected = after(kind, expected, open);
  }
}

/** What may follow a token; `open` are the brackets around the place. */
function after(kind: string, expected: Expected, open: string[]): Expected {
  const isName = kind === 's' && !expected.includes('v');
  if (isName) return [':'];
  if (kind === ':') return value;
  if (kind === ',') return open.at(-1) === '{' ? ['s'] : value;
  if (kind === '{' || kind === '[') {
    open.push(kind);
    return kind === '{' ? ['s', '}'] : [...value, ']'];
  }
  if (kind === '}' || kind === ']') open.pop();
  const inner = open.at(-1);
  return inner === undefined ? [] : next(inner);
}
