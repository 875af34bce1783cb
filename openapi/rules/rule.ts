/** The part of Redocly's rule interface that the rules here use. Redocly's own types are bundled into its CLI. */

export type Node = Record<string, unknown>;

export interface Location {
  source: { absoluteRef: string };
  pointer: string;
  child(path: string | number | (string | number)[]): Location;
  key(): Location;
}

export interface Context {
  key: string | number;
  location: Location;
  report(problem: { message: string; location?: Location }): void;
  resolve(node: unknown, from?: string): { node: Node | undefined; location: Location | undefined };
}

export type Visit = (node: Node, context: Context) => void;

export interface Visitor {
  [nodeType: string]: Visit | Visitor;
}

/** A Redocly rule: called once for every document, it names the nodes it wants to see. */
export type Rule = () => Visitor;
