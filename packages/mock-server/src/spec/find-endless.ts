import { arrayOr, isJsonObject, type JsonObject } from './json-object.js';
import { referenceTarget } from './references.js';

const longest = 100;

/** A schema on the way, those it applies that were not looked at yet, and how far those lead that were. */
interface Step {
  readonly node: JsonObject;
  readonly open: JsonObject[];
  length: number;
}

/** An object with a `$ref` that leads back to itself, or through more schemas than anybody can follow. */
export interface Endless {
  readonly node: JsonObject;
  readonly isCircle: boolean;
}

/**
 * A schema that applies itself to the same value is never done; below a property or an item it may recur. Looks at what
 * can be come to from `start`. What is `settled` leads as far as it says, and is added to.
 */
export function findEndless(
  root: JsonObject,
  start: JsonObject,
  settled: Map<JsonObject, number>,
): Endless | undefined {
  if (settled.has(start)) return undefined;
  const steps: Step[] = [stepTo(root, start)];
  const onTheWay = new Set([start]);
  for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
    const next = step.open.pop();
    if (next === undefined) {
      if (step.length > longest) return { node: step.node, isCircle: false };
      settled.set(step.node, step.length);
      onTheWay.delete(step.node);
      steps.pop();
      lengthen(steps.at(-1), step.length);
    } else if (onTheWay.has(next)) {
      const way = [...onTheWay];
      const node = way.slice(way.indexOf(next)).find((candidate) => Object.hasOwn(candidate, '$ref'));
      return { node: node ?? next, isCircle: true };
    } else if (settled.has(next)) lengthen(step, settled.get(next) ?? 0);
    else {
      onTheWay.add(next);
      steps.push(stepTo(root, next));
    }
  }
  return undefined;
}

function stepTo(root: JsonObject, node: JsonObject): Step {
  return { node, open: sameValueTargets(root, node), length: 0 };
}

function lengthen(step: Step | undefined, length: number): void {
  if (step !== undefined) step.length = Math.max(step.length, length + 1);
}

function sameValueTargets(root: JsonObject, node: JsonObject): JsonObject[] {
  const target = typeof node['$ref'] === 'string' ? [referenceTarget(root, node['$ref'])] : [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => arrayOr(node[key]));
  return [...target, ...lists, node['not'], node['if'], node['then'], node['else']].filter(isJsonObject);
}
