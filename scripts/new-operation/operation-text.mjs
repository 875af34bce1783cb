// An operation in YAML, with everything that can be known from its name and path.

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

/** An operation in YAML. The source, the confidence and the description are left empty, and lint asks for them. */
export function operationText({ operationId, verb, method, parameters, schema, params, summary, tag }) {
  const wanted = Object.entries(errors).filter(([status]) =>
    status === '404' ? parameters.length > 0 : params || !/409|422/.test(status),
  );
  const lines = parameters.map(
    (name) =>
      `    - name: ${name}\n      in: path\n      required: true\n      description: ''\n      schema:\n        type: string`,
  );
  if (method === 'POST') lines.push('    - $ref: ../parameters/IdempotencyKey.yaml');
  return `${method.toLowerCase()}:
  operationId: ${operationId}
  summary: ${summary}
  description: ''
  tags:
    - ${tag}
${lines.length > 0 ? `  parameters:\n${lines.join('\n')}\n` : ''}${params ? `  requestBody:\n    required: true\n${body(`${params}Request`, 4)}\n` : ''}  responses:
    '${verb === 'create' ? 201 : 200}':
      description: ${summary}
      headers:
        X-Request-Id:
          $ref: ../headers/RequestId.yaml
${body(schema, 6)}
${wanted.map(([status, name]) => `    '${status}':\n      $ref: ../responses/${name}.yaml\n`).join('')}  x-oms-source: []
`;
}
