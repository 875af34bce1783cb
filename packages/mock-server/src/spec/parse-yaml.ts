import {
  Composer,
  type Document,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml';
import { ParseError } from './spec-error.js';

const deepest = 200;
/** White space and punctuation count. Twice as many as in the densest spec of 2 MB. */
const mostTokens = 1_000_000;

type Tokens = ReturnType<Parser['end']> extends Generator<infer Token> ? Token[] : never;

/** A document that was read, and where its parts stand in the text. */
interface PlacedYaml {
  readonly value: unknown;
  /** The place of what is at a path, or of the nearest part around it. */
  readonly placeOf: (path: readonly (string | number)[]) => ParseError['place'];
}

/** Reads one document of YAML. Throws ParseError, also for what YAML allows and a spec has no use for. */
export function parseYaml(text: string): unknown {
  return parsePlacedYaml(text).value;
}

/** Reads a document as {@link parseYaml} does, and remembers where everything stands. */
export function parsePlacedYaml(text: string): PlacedYaml {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = readTokens(text, lines, placeAt);
  // Its own search for keys that are there twice takes minutes for an object with many.
  const composer = new Composer({ logLevel: 'error', uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens, false, text.length)];
  if (document === undefined) return { value: undefined, placeOf: () => undefined };
  if (second !== undefined) throw new ParseError('it contains more than one document');
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined)
    throw new ParseError(`it is not YAML: ${firstLine(problem)}`, placeAt(problem.pos[0]));
  checkKeys(document, placeAt);
  return { value: toValue(document), placeOf: (path) => placeAt(offsetOf(document, path)) };
}

/** Where the innermost part of a path begins that is in the document. */
function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** The composer overflows on deep nesting, and can then take the process with it: depth is looked at before. */
function readTokens(text: string, lines: LineCounter, placeAt: (offset: number) => ParseError['place']) {
  const parser = new Parser(lines.addNewLine);
  const tokens = [] as Tokens;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > deepest)
      throw new ParseError(`it nests more than ${deepest} levels deep`, placeAt(parser.offset));
    count += 1;
    if (count > mostTokens) throw new ParseError('it is too large to be read');
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function checkKeys(document: Document.Parsed, placeAt: (offset: number) => ParseError['place']): void {
  visit(document, {
    Map(_, map: YAMLMap) {
      const names = new Set<string>();
      for (const { key } of map.items) {
        const place = placeAt((key as { readonly range?: readonly number[] } | null)?.range?.[0] ?? 0);
        if (key !== null && !isScalar(key)) throw new ParseError('a key is not a string', place);
        const name = String(key?.value ?? null);
        if (names.has(name)) throw new ParseError(`the key "${name}" is there twice`, place);
        names.add(name);
      }
    },
  });
}

/** Aliases are resolved here; the library refuses those that multiply. */
function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new ParseError(`its aliases cannot be resolved: ${firstLine(error as Error)}`);
  }
}

function firstLine({ message }: Error): string {
  return message.split('\n')[0]?.replace(/(?<![:.])[:.]+$/, '') ?? '';
}
