import { checkName } from './check-document.js';
import { type Parameter, type ParameterPlace, typesIn } from './operation.js';
import { schemaBelow } from './schema-places.js';
import { SpecError } from './spec-error.js';
import { expectList, objectsIn, type SpecNode } from './spec-node.js';

/** Header parameters that OpenAPI says to ignore, because other parts of the spec describe them. */
const notParameters = ['accept', 'content-type', 'authorization'];

const places: readonly unknown[] = ['query', 'header', 'path', 'cookie'] satisfies ParameterPlace[];

/** The parameters of a path item and an operation; those of the operation win. */
export function readParameters(item: SpecNode, operation: SpecNode): Parameter[] {
  const byKey = new Map<string, Parameter>();
  const lists = [item, operation].map((owner) => expectList(owner.at('parameters'), '`parameters`'));
  for (const [, node] of lists.flatMap((list) => objectsIn(list, 'parameter'))) {
    const parameter = readParameter(node);
    if (parameter.place === 'header' && notParameters.includes(parameter.name.toLowerCase())) continue;
    byKey.set(`${parameter.place} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

function readParameter(node: SpecNode): Parameter {
  const { name, in: place, required, allowEmptyValue, style, explode } = node.object;
  if (typeof name !== 'string' || !isPlace(place)) {
    throw new SpecError(
      node.pointer,
      'this is not a parameter',
      `Give it a name, and one of ${places.join(', ')} as \`in\``,
    );
  }
  checkName(name, [...node.path, 'name']);
  const isForm = place === 'query' || place === 'cookie';
  return {
    name,
    place,
    isRequired: required === true,
    allowsEmpty: allowEmptyValue === true,
    style: typeof style === 'string' ? style : isForm ? 'form' : 'simple',
    explode: typeof explode === 'boolean' ? explode : isForm && (style === undefined || style === 'form'),
    schema: schemaBelow(node),
    types: typesIn(node.at('schema').object),
    itemTypes: typesIn(node.at('schema').at('items').object),
  };
}

function isPlace(place: unknown): place is ParameterPlace {
  return places.includes(place);
}
