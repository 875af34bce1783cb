import { arrayOr } from './json-object.js';
import type { SpecNode } from './spec-node.js';

/** Named examples of a body; a lone `example`, or the first of its schema, is named `default`. */
export function readExamples(content: SpecNode): Map<string, unknown> {
  const named = content
    .at('examples')
    .entries()
    .filter(([, example]) => Object.hasOwn(example.object, 'value'))
    .map(([name, example]): [string, unknown] => [name, example.object['value']]);
  if (named.length > 0) return new Map(named);
  const sample = sampleOf(content);
  return new Map(sample === undefined ? [] : [['default', sample]]);
}

/** The example of a header or a body, by whichever of the ways the spec allows it is given. */
export function sampleOf(owner: SpecNode): unknown {
  const [named] = owner.at('examples').entries();
  const schema = owner.at('schema').object;
  const { example } = owner.object;
  return example ?? named?.[1].object['value'] ?? schema['example'] ?? arrayOr(schema['examples'])[0];
}
