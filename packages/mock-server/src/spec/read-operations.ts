import { arrayOr, type JsonObject, objectOr } from '../json/json-object.js';
import { checkName } from './check-document.js';
import { type Operation, type Parameter, type ParameterPlace, typesIn } from './operation.js';
import { readRequestBody, readResponses } from './read-contents.js';
import { SpecError } from './spec-error.js';
import { expectList, expectObject, objectsIn, SpecNode } from './spec-node.js';
import { schemaBelow } from './spec-walk.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const fields = [...methods, '$ref', 'parameters', 'summary', 'description', 'servers'];

/** Every operation below `paths`. Throws SpecError for what is not of the form that OpenAPI wants. */
export function readOperations(document: SpecNode): Operation[] {
  const common = document.at('security');
  checkSecurity(common);
  const items = objectsIn(document.at('paths'), 'path item');
  const placed = items.flatMap(([template, item]) => operationsOf(template, item));
  checkOperationIds(placed.map(({ operation }) => operation));
  return placed.map((place) => readOperation(place, common));
}

/** An operation and how it is come to. */
interface PlacedOperation {
  readonly template: string;
  readonly method: string;
  readonly item: SpecNode;
  readonly operation: SpecNode;
}

function operationsOf(template: string, item: SpecNode): PlacedOperation[] {
  if (!template.startsWith('/'))
    throw new SpecError(item.pointer, 'a path begins with a slash', 'Write one before it');
  const declared = Object.keys(item.object).filter((field) => !field.startsWith('x-'));
  const unknown = declared.find((field) => !fields.includes(field));
  if (unknown !== undefined) {
    const advice = `Write one of ${methods.join(', ')}, or begin it with \`x-\``;
    throw new SpecError(item.pointer, `"${unknown}" is not a field of a path item`, advice, unknown);
  }
  return methods
    .filter((method) => declared.includes(method))
    .map((method) => ({
      template,
      method,
      item,
      operation: expectObject(item.at(method), 'An operation'),
    }));
}

function readOperation({ template, method, item, operation }: PlacedOperation, common: SpecNode): Operation {
  const security = operation.at('security');
  checkSecurity(security);
  const requirements = arrayOr(security.value ?? common.value);
  const { operationId } = operation.object;
  return {
    operationId: typeof operationId === 'string' ? operationId : undefined,
    method: method.toUpperCase(),
    template,
    isSecured: requirements.some((requirement) => Object.keys(objectOr(requirement)).length > 0),
    credentials: credentialsFor(requirements, operation.root),
    isPreview: operation.object['x-oms-confidence'] === 'preview',
    parameters: readParameters(item, operation),
    requestBody: readRequestBody(operation.at('requestBody')),
    responses: readResponses(operation.at('responses')),
  };
}

function credentialsFor(requirements: readonly unknown[], root: JsonObject): Operation['credentials'] {
  if (requirements.length === 0) return 'none';
  const schemes = SpecNode.of(root).at('components').at('securitySchemes');
  const isBearer = (name: string) => {
    const { type, scheme } = schemes.at(name).object;
    return type === 'http' && String(scheme).toLowerCase() === 'bearer';
  };
  const isEnough = requirements.some((requirement) => {
    const names = Object.keys(objectOr(requirement));
    return names.length > 0 && names.every(isBearer);
  });
  return isEnough ? 'bearer' : 'other';
}

/** An operationId is a text, and each operation has one of its own. Throws SpecError. */
function checkOperationIds(operations: readonly SpecNode[]): void {
  const owners = new Map<unknown, string>();
  for (const { object, pointer } of operations) {
    const { operationId } = object;
    if (operationId === undefined) continue;
    const place = `${pointer}/operationId`;
    if (typeof operationId !== 'string' || operationId === '')
      throw new SpecError(place, 'operationId must be a string', 'Give it a name, or leave it out');
    const owner = owners.get(operationId);
    if (owner !== undefined)
      throw new SpecError(place, `"${operationId}" is taken by #${owner}`, 'Give each its own name');
    owners.set(operationId, pointer);
  }
}

/** An unknown name in `security` would leave the operation open to everybody; throws SpecError. */
function checkSecurity(security: SpecNode): void {
  const schemes = Object.keys(SpecNode.of(security.root).at('components').at('securitySchemes').object);
  for (const [index, requirement] of objectsIn(expectList(security, '`security`'), 'security requirement')) {
    for (const name of Object.keys(requirement.object)) {
      if (schemes.includes(name)) continue;
      const advice = 'Define it in components.securitySchemes';
      throw new SpecError(`${security.pointer}/${index}`, `there is no security scheme "${name}"`, advice);
    }
  }
}

/** Header parameters that OpenAPI says to ignore, because other parts of the spec describe them. */
const notParameters = ['accept', 'content-type', 'authorization'];

const places: readonly unknown[] = ['query', 'header', 'path', 'cookie'] satisfies ParameterPlace[];

/** The parameters of a path item and an operation; those of the operation win. */
function readParameters(item: SpecNode, operation: SpecNode): Parameter[] {
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
