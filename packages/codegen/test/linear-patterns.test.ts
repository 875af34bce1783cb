import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import ts from 'typescript';
import { expect, test } from 'vitest';

const packages = new URL('../../', import.meta.url);
const folders = ['client/src', 'mock-server/src'];

/** What backtracks more than linearly in a pattern, where a lookaround may refuse what it has found. */
function superLinear(literal: string): string[] {
  const end = literal.lastIndexOf('/');
  const [source, flags] = [literal.slice(1, end), literal.slice(end + 1)];
  const assumeRejectingSuffix = /\(\?<?[=!]/.test(source);
  const { reports } = analyse({ source, flags }, { assumeRejectingSuffix });
  return reports.map(({ type, exponential }) => `${type}${exponential ? ', exponential' : ''}`);
}

/** The regular expressions of a file, and the calls that build some, whose pattern is not in the source. */
function patternsOf(file: string): { literals: string[]; isBuilt: boolean } {
  const source = ts.createSourceFile(
    file,
    readFileSync(new URL(file, packages), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const literals: string[] = [];
  let isBuilt = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp')
      isBuilt = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, isBuilt };
}

const files = folders
  .flatMap((folder) =>
    readdirSync(new URL(folder, packages), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => file.endsWith('.ts'));

const patterns = new Map(files.map((file) => [file, patternsOf(file)]));

test('no regular expression of the packages takes more than linear work', () => {
  const literals = [...patterns].flatMap(([file, { literals }]) =>
    literals.map((literal) => ({ file, literal })),
  );

  expect(literals.length).toBeGreaterThan(100);
  expect(literals.filter(({ literal }) => superLinear(literal).length > 0)).toEqual([]);
});

/** The patterns of request bodies, which the validators of the client build. */
function patternsOfRules(): string[] {
  const rules = readFileSync(new URL('client/src/generated/kyc-rules.gen.ts', packages), 'utf8');
  const found = [...rules.matchAll(/"pattern": (".*")/g)].map(([, text = '']) => `/${JSON.parse(text)}/u`);
  expect(found.length).toBeGreaterThan(2);
  return [...new Set(found)];
}

/** The patterns that are built while the code runs, as they then are; those of a spec are set by its author. */
const built = {
  'client/src/kyc/find-issues.ts': patternsOfRules(),
  'client/src/response/redact.ts': [String.raw`/"(?:ssn|taxId)"\s*:|\\u/`],
  'mock-server/src/contract/schema-shape.ts': [],
  'mock-server/src/http/media-type.ts': [
    String.raw`/^\s*([!#$%-]+/[!#$%-]+)\s*(?:;|$)/`,
    String.raw`/;\s*([!#$%-]+)=(?:"([^"]*)"|([!#$%-]+))/g`,
  ],
  'mock-server/src/sandbox/read-fetch.ts': ['/^/customers/([^/]+)/wallets/([^/]+)$/'],
  'mock-server/src/spec/check-schema.ts': [],
};

test('nor does one that is built', () => {
  expect(files.filter((file) => patterns.get(file)?.isBuilt).sort()).toEqual(Object.keys(built));
  expect(
    Object.values(built)
      .flat()
      .filter((literal) => superLinear(literal).length > 0),
  ).toEqual([]);
});

test.each([
  ['(a+)+$', 'Self, exponential'],
  ['^a*a*$', 'Trade'],
  ['a+$', 'Move'],
  [' *, *', 'Move'],
  [String.raw`\)(?!.*\))`, 'Move'],
])('/%s/ would be noticed', (source, problem) => {
  expect(superLinear(`/${source}/`)).toContain(problem);
});
