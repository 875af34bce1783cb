// An operation in YAML, with everything that can be known from its name and path.

/** A schema in words: `a wallet note` and `wallet notes` for `WalletNote`. */
export function wordsOf(schema) {
  const noun = schema.replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
  return { one: `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`, many: `${noun.replace(/y$/, 'ie')}s` };
}

/** The file name of the first example of a schema. */
export const exampleName = (schema) => `${schema.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}-first`;

const body = (schema, indent) =>
  [
    'content:',
    '  application/json:',
    '    schema:',
    `      $ref: ../schemas/${schema}.yaml`,
    '    examples:',
    '      first:',
    `        $ref: ../examples/${exampleName(schema)}.json`,
  ]
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');

const errors = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'UnprocessableContent',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
};

/**
 * An operation in YAML. The source, the confidence and the description are left empty, and lint asks for them. `known` has the
 * files of parameters that other paths refer to.
 */
export function operationText(
  { operationId, verb, method, parameters, schema, isList, response, params, summary, tag },
  known,
) {
  const wanted = Object.entries(errors).filter(([status]) =>
    status === '404' ? parameters.length > 0 : params || !/409|422/.test(status),
  );
  const lines = parameters.map((name) =>
    known.has(name)
      ? `    - $ref: ${known.get(name)}`
      : `    - name: ${name}\n      in: path\n      required: true\n      description: ''\n      schema:\n        type: string`,
  );
  const shared = [...(method === 'POST' ? ['IdempotencyKey'] : []), ...(isList ? ['Cursor', 'Limit'] : [])];
  lines.push(...shared.map((name) => `    - $ref: ../parameters/${name}.yaml`));
  const { one, many } = wordsOf(schema);
  const returned = isList
    ? `One page of ${many}.`
    : `${one.replace(/^an? /, verb === 'create' ? 'The new ' : 'The ')}.`;
  return `${method.toLowerCase()}:
  operationId: ${operationId}
  summary: ${summary}
  description: ''
  tags:
    - ${tag}
${lines.length > 0 ? `  parameters:\n${lines.join('\n')}\n` : ''}${params ? `  requestBody:\n    required: true\n${body(`${params}Request`, 4)}\n` : ''}  responses:
    '${verb === 'create' ? 201 : 200}':
      description: ${returned}
      headers:
        X-Request-Id:
          $ref: ../headers/RequestId.yaml
${body(response, 6)}
${wanted.map(([status, name]) => `    '${status}':\n      $ref: ../responses/${name}.yaml\n`).join('')}  x-oms-source: []
`;
}
