import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { structuredPatch } from 'diff';
import ts from 'typescript';
import { collectDeclarations, type ExportedName, exportedNames } from './collect-declarations.js';

/** One line of `exports` in a `package.json`. */
interface EntryPoint {
  /** What an import says, such as `@oms-sdk/client/errors`. */
  readonly specifier: string;
  /** File of its declarations; `undefined` where it is not code. */
  readonly declarations: string | undefined;
}

type Target = string | { readonly [condition: string]: Target };

/** All that importers of a built package can see, as Markdown: entry points, their names, and the declarations behind them. */
export function publicApi(folder: string): string {
  const { name, entryPoints } = readEntryPoints(folder);
  const built = `${resolve(folder, 'dist')}/`;
  const files = entryPoints.flatMap(({ declarations }) => declarations ?? []);
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  });
  const exported = new Map(entryPoints.map((entry) => [entry, namesOf(entry, program)]));
  const all = [...exported.values()].flat();
  const declarations = collectDeclarations(all, built, program.getTypeChecker());
  return `# Public API of ${name}

Written by \`npm run api:accept\` from the built declarations, and compared with them by \`npm test\`. Not edited by hand.
Comments and the types generated from the spec are left out.

${entryPoints.map((entry) => section(entry, exported.get(entry) ?? [])).join('\n')}
## Declarations

${block(declarations.exported)}
## Declarations that are reached and not exported

${block(declarations.reached)}`;
}

function namesOf({ declarations }: EntryPoint, program: ts.Program): ExportedName[] {
  return declarations === undefined ? [] : exportedNames(declarations, program);
}

function section({ specifier }: EntryPoint, names: readonly ExportedName[]): string {
  const lines = names.map(({ name, isType }) => `- ${isType ? 'type ' : ''}\`${name}\`\n`);
  return `## \`${specifier}\`\n${lines.length === 0 ? '' : '\n'}${lines.join('')}`;
}

function block(declarations: readonly string[]): string {
  return `\`\`\`ts\n${[...declarations].sort().join('\n\n')}\n\`\`\`\n`;
}

/** The entry points of the package in a folder, and its name. */
function readEntryPoints(folder: string): { name: string; entryPoints: EntryPoint[] } {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, exports } = JSON.parse(text) as { name: string; exports: Record<string, Target> };
  const entryPoints = Object.entries(exports).map(([entry, target]) => {
    const types = typesOf(target);
    return { specifier: name + entry.slice(1), declarations: types && resolve(folder, types) };
  });
  return { name, entryPoints };
}

function typesOf(target: Target): string | undefined {
  if (typeof target === 'string') return undefined;
  const { types, import: imported = {} } = target;
  return typeof types === 'string' ? types : typesOf(imported);
}

const mostLines = 20;

/** The lines that differ between two texts, what was accepted as `-` and what there is now as `+`, below the heading they are under; 20 of a place. */
export function printDifference(accepted: string, actual: string): string {
  const { hunks } = structuredPatch('', '', accepted, actual, '', '', { context: 0 });
  const lines = actual.split('\n');
  return hunks
    .map(({ newStart, lines: changed }) => {
      const heading = lines.slice(0, newStart).findLast((line) => /^(?:## |\w.* \{$)/.test(line)) ?? '';
      return [
        `line ${newStart}${heading === '' ? '' : `, in ${heading.replace(/^## | \{$/g, '')}`}`,
        ...changed.slice(0, mostLines),
        ...(changed.length > mostLines ? [`… and ${changed.length - mostLines} more lines`] : []),
      ].join('\n');
    })
    .join('\n\n');
}
