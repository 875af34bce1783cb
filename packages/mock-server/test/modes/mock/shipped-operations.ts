import { readSpec } from '../../../src/spec/spec.js';

const { operations } = await readSpec();

/** Each operation of the shipped spec with a request that matches the contract. */
export const shippedOperations = operations.map((operation) => {
  const { method, template, requestBody, responses } = operation;
  const [content] = requestBody?.contents ?? [];
  const [body] = content?.examples.values() ?? [];
  return {
    operation,
    line: `${method} ${template.replace(/\{[^}]+\}/g, 'id_1')}`,
    question: body === undefined ? {} : { body },
    bodies: content === undefined ? [] : [...content.examples],
    examples: responses.flatMap(({ code, contents }) => {
      return contents.flatMap(({ examples }) =>
        [...examples].map(([name, value]) => ({ code, name, value })),
      );
    }),
  };
});
