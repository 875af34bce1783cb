import { findImports, type Import } from './find-imports.js';
import { client, isIn, layerRules } from './layer-rules.js';

/** Sources by their path below `packages/`. */
export type SourceTree = Readonly<Record<string, string>>;

/** What breaks the map in these sources, one sentence each. */
export function findBreaches(tree: SourceTree): string[] {
  const imports = Object.entries(tree).flatMap(([from, text]) => findImports(from, text));
  const broken = layerRules.flatMap(({ says, isBrokenBy }) =>
    imports.filter(isBrokenBy).map(({ from, to }) => `${from} imports ${to}: ${says}`),
  );
  return [...broken, ...ringsIn(imports.filter(({ from, to }) => isIn(client, from) && isIn(client, to)))];
}

function ringsIn(imports: readonly Import[]): string[] {
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way[0] === file) return [`${[...way, file].join(' → ')}: files of the client form no ring`];
    if (way.includes(file)) return [];
    return imports.filter(({ from }) => from === file).flatMap(({ to }) => walk(to, [...way, file]));
  };
  return [...new Set(imports.map(({ from }) => from))].flatMap((start) => walk(start, []));
}
