import { arrayOr, isJsonObject, type JsonObject, referenceTarget, toPointer } from '../json/json-object.js';
import { SpecError } from './spec-error.js';
import { checkTarget, leadsBack } from './spec-node.js';
import { walkSpec } from './spec-walk.js';

const longest = 100;

/** A schema on the way, those it applies that were not looked at yet, and how far those lead that were. */
interface Step {
  readonly node: JsonObject;
  readonly open: JsonObject[];
  length: number;
}

/** An object with a `$ref` that leads back to itself, or through more schemas than anybody can follow. */
interface Endless {
  readonly node: JsonObject;
  readonly isCircle: boolean;
}

/** Every `$ref` must point at something inside the document that is no sample, and arrive there; throws SpecError. */
export function checkReferences(root: JsonObject): void {
  walkReferences(root, (node, pointer) => {
    const { $ref: reference } = node;
    if (typeof reference !== 'string' || reference === '')
      throw new SpecError(pointer, '$ref is not a reference', 'Write `#/` and a path', '$ref');
    checkTarget(root, reference, pointer);
  });
  const settled = new Map<JsonObject, number>();
  walkReferences(root, (node, pointer) => {
    const endless = findEndless(root, node, settled);
    if (endless === undefined) return;
    const place = pointerTo(root, endless.node) ?? pointer;
    if (endless.isCircle) throw leadsBack(place, String(endless.node['$ref']));
    throw new SpecError(
      place,
      'this leads through more than 100 schemas',
      'Refer to the last of them',
      '$ref',
    );
  });
  refuseSamples(root);
}

/** What stands in a sample was not looked at as a part of the spec. */
function refuseSamples(root: JsonObject): void {
  const nodes = new Set<JsonObject>();
  walkSpec(root, (node) => void nodes.add(node));
  walkReferences(root, ({ $ref: reference }, pointer) => {
    const target = referenceTarget(root, String(reference));
    if (!isJsonObject(target) || nodes.has(target)) return;
    const advice = 'Move what it names to `components`';
    throw new SpecError(pointer, `$ref "${reference}" points into a sample`, advice, '$ref');
  });
}

function pointerTo(root: JsonObject, wanted: JsonObject): string | undefined {
  let found: string | undefined;
  walkReferences(root, (node, pointer) => {
    if (node === wanted) found = pointer;
  });
  return found;
}

function walkReferences(root: JsonObject, visit: (node: JsonObject, pointer: string) => void): void {
  walkSpec(root, (node, path, isNameMap) => {
    if (!isNameMap && Object.hasOwn(node, '$ref')) visit(node, toPointer(path));
    return undefined;
  });
}

/**
 * A schema that applies itself to the same value is never done; below a property or an item it may recur. Looks at what
 * can be come to from `start`. What is `settled` leads as far as it says, and is added to.
 */
function findEndless(
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
