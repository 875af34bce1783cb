import { checkSecurity } from './check-document.js';
import { checkOperationIds } from './check-operation-ids.js';
import { expectObject, objectsIn } from './expected.js';
import { arrayOr, objectOr } from './json-object.js';
import type { Content, DeclaredResponse, Operation, RequestBody } from './operation.js';
import { readExamples } from './read-examples.js';
import { readHeaderExamples } from './read-header-examples.js';
import { readParameters } from './read-parameters.js';
import { schemaBelow } from './schema-places.js';
import { SpecError } from './spec-error.js';
import type { SpecNode } from './spec-node.js';

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
    parameters: readParameters(item, operation),
    requestBody: readRequestBody(operation.at('requestBody')),
    responses: readResponses(operation.at('responses')),
  };
}

function readRequestBody(body: SpecNode): RequestBody | undefined {
  if (body.value === undefined) return undefined;
  const { object } = expectObject(body, 'A request body');
  return { isRequired: object['required'] === true, contents: readContents(body) };
}

function readResponses(responses: SpecNode): DeclaredResponse[] {
  return objectsIn(expectObject(responses, 'The responses of an operation'), 'response').map(
    ([code, response]) => {
      if (!/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(code)) {
        const advice = 'Write a status such as 200, a range such as 4XX, or default';
        throw new SpecError(response.pointer, `"${code}" is not a status`, advice);
      }
      const headers = response.at('headers');
      const headerExamples = readHeaderExamples(headers);
      return {
        code,
        contents: readContents(response),
        hasHeaders: headers.entries().length > 0,
        headerExamples,
      };
    },
  );
}

function readContents(owner: SpecNode): Content[] {
  return objectsIn(owner.at('content'), 'media type').map(([mediaType, content]) => ({
    mediaType: (mediaType.split(';')[0] ?? '').trim().toLowerCase(),
    schema: schemaBelow(content),
    examples: readExamples(content),
  }));
}
