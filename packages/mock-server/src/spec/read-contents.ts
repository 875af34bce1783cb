import { validateHeaderName, validateHeaderValue } from 'node:http';
import { arrayOr } from '../json/json-object.js';
import { type Content, type DeclaredResponse, type RequestBody, typesIn } from './operation.js';
import { SpecError } from './spec-error.js';
import { expectObject, objectsIn, type SpecNode } from './spec-node.js';
import { schemaBelow } from './spec-walk.js';

/** The body an operation takes, or undefined. Throws SpecError. */
export function readRequestBody(body: SpecNode): RequestBody | undefined {
  if (body.value === undefined) return undefined;
  const { object } = expectObject(body, 'A request body');
  return { isRequired: object['required'] === true, contents: readContents(body) };
}

/** The declared responses of an operation. Throws SpecError. */
export function readResponses(responses: SpecNode): DeclaredResponse[] {
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
        headers: objectsIn(headers, 'header').map(([name, { object }]) => ({
          name: name.toLowerCase(),
          isRequired: object['required'] === true,
          types: typesIn(headers.at(name).at('schema').object),
        })),
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

/** Named examples of a body; a lone `example`, or the first of its schema, is named `default`. */
function readExamples(content: SpecNode): Map<string, unknown> {
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
function sampleOf(owner: SpecNode): unknown {
  const [named] = owner.at('examples').entries();
  const schema = owner.at('schema').object;
  const { example } = owner.object;
  return example ?? named?.[1].object['value'] ?? schema['example'] ?? arrayOr(schema['examples'])[0];
}

/** The example of each declared header that has one, by lower-case name. Throws SpecError for what cannot be sent. */
function readHeaderExamples(headers: SpecNode): Record<string, string> {
  const examples = objectsIn(headers, 'header').flatMap(([name, header]) => {
    const sample = sampleOf(header);
    return sample === undefined ? [] : [[name.toLowerCase(), checked(name, String(sample), header)]];
  });
  return Object.fromEntries(examples) as Record<string, string>;
}

function checked(name: string, value: string, header: SpecNode): string {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return value;
  } catch {
    throw new SpecError(header.pointer, 'this header cannot be sent', 'Correct its name and its example');
  }
}
