import { checkSecurity } from './check-document.js';
import { arrayOr, isJsonObject, objectOr } from './json-object.js';
import type { Content, DeclaredResponse, Operation, RequestBody } from './operation.js';
import { readExamples } from './read-examples.js';
import { readHeaderExamples } from './read-header-examples.js';
import { readParameters } from './read-parameters.js';
import { schemaBelow } from './schema-places.js';
import type { SpecNode } from './spec-node.js';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation below `paths`. */
export function readOperations(document: SpecNode): Operation[] {
  const common = document.at('security');
  checkSecurity(common);
  return document
    .at('paths')
    .entries()
    .filter(([template]) => template.startsWith('/'))
    .flatMap(([template, item]) => {
      const declared = methods.filter((method) => isJsonObject(item.at(method).value));
      return declared.map((method) => readOperation(template, method, item, common));
    });
}

function readOperation(template: string, method: string, item: SpecNode, common: SpecNode): Operation {
  const operation = item.at(method);
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
    responses: operation.at('responses').entries().map(readResponse),
  };
}

function readRequestBody(body: SpecNode): RequestBody | undefined {
  if (!isJsonObject(body.value)) return undefined;
  return { isRequired: body.object['required'] === true, contents: readContents(body) };
}

function readResponse([code, response]: [string, SpecNode]): DeclaredResponse {
  return {
    code,
    contents: readContents(response),
    headerExamples: readHeaderExamples(response.at('headers')),
  };
}

function readContents(owner: SpecNode): Content[] {
  return owner
    .at('content')
    .entries()
    .map(([mediaType, content]) => ({
      mediaType: (mediaType.split(';')[0] ?? '').trim().toLowerCase(),
      schema: schemaBelow(content),
      examples: readExamples(content),
    }));
}
