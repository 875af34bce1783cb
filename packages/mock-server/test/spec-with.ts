/** A minimal spec with one schema, an example of it, and whatever else is given. */
export function specWith(schema: unknown, rest: object = {}, example: unknown = {}): object {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example } };
  const get = { responses: { 200: { description: 'A thing', content } } };
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { get } },
    components: { schemas: { Thing: schema } },
    ...rest,
  };
}
