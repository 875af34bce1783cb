import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page, table } from './markdown.js';

/** `checks/compatibility.json`: what the SDK is tried with. */
interface Compatibility {
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
  /** Packages that are installed for a tool of a row, by folder. */
  readonly partsOfOthers: Readonly<Record<string, readonly string[]>>;
}

type Row = TriedRow | { readonly tool: string; readonly notRun: string };

interface TriedRow {
  readonly tool: string;
  /** The folder whose package.json pins it, and its name there; without one, there is a `version` in words. */
  readonly package?: string;
  readonly version?: string;
  /** The file that runs it, and a text of that file without which it would not. */
  readonly by: string;
  readonly case: string;
  readonly tries: string;
}

/** Folders in which each package is a row, or part of one. */
const listed = ['checks/consumers', 'checks/newest', 'checks/oldest'];

/** Folders whose packages refuse Node 20. */
const onNewerNode = ['checks/newest', 'examples/backend'];

/** The guide that says what is tried and with which versions. Throws when a row and what is installed or run differ. */
export function compatibilityPage(root: string): string {
  const { sections, partsOfOthers } = readJson(root, 'checks/compatibility.json') as Compatibility;
  const rows = sections.flatMap(({ rows: some }) => some);
  checkThatAllAreListed(rows, partsOfOthers, root);
  return page(
    '# Compatibility',
    `What the packed packages are tried with, and in which versions. Every row is executed whenever all checks run, or is marked
*not run* with the reason. Where a version of Node is named, the tool refuses Node 20; everything else runs with the Node that
runs the checks, which can be 20.19 or newer.`,
    ...sections.flatMap(({ title, rows: some }) => [
      `## ${title}`,
      table(
        ['', 'version', 'what is tried'],
        some.map((row) => cells(row, root)),
      ),
    ]),
  );
}

function cells(row: Row, root: string): readonly string[] {
  if ('notRun' in row) return [row.tool, '*not run*', row.notRun];
  if (!readFileSync(join(root, row.by), 'utf8').includes(row.case)) {
    throw new Error(`${row.by} does not mention ${row.case}, which checks/compatibility.json says it runs.`);
  }
  const [folder = ''] = row.package?.split(' ') ?? [];
  const node = onNewerNode.includes(folder) ? `, Node ${releaseNode(root)}` : '';
  const file = row.by.split('/').at(-1) ?? row.by;
  return [row.tool, `${versionOf(row, root)}${node}`, `${row.tries} ([${file}](../../${row.by}))`];
}

function versionOf({ package: pin, version = '' }: TriedRow, root: string): string {
  const [folder = '', name = ''] = pin?.split(' ') ?? [];
  return pin === undefined ? version : pinnedVersion(root, folder, name);
}

/** The version as it is pinned, also behind an alias such as `npm:vitest@3.2.7`. */
function pinnedVersion(root: string, folder: string, name: string): string {
  const pinned = pinnedIn(root, folder)[name];
  if (pinned === undefined) {
    throw new Error(`${folder} does not install ${name}, which checks/compatibility.json names.`);
  }
  return pinned.split('@').at(-1) ?? pinned;
}

function releaseNode(root: string): string {
  const { release } = readJson(root, 'node-versions.json') as { readonly release: string };
  return pinnedVersion(root, 'checks/runtimes', `node-${release}`);
}

function checkThatAllAreListed(
  rows: readonly Row[],
  partsOfOthers: Compatibility['partsOfOthers'],
  root: string,
): void {
  const inRows = new Set(rows.map((row) => ('package' in row ? row.package : undefined)));
  const missing = listed.flatMap((folder) =>
    Object.keys(pinnedIn(root, folder))
      .filter((name) => !inRows.has(`${folder} ${name}`) && partsOfOthers[folder]?.includes(name) !== true)
      .map((name) => `${name} of ${folder}`),
  );
  if (missing.length === 0) return;
  throw new Error(`checks/compatibility.json has no row for ${missing.join(', ')}.`);
}

function pinnedIn(root: string, folder: string): Readonly<Record<string, string>> {
  const { dependencies, devDependencies } = readJson(root, `${folder}/package.json`) as Readonly<
    Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>
  >;
  return { ...dependencies, ...devDependencies };
}

function readJson(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
