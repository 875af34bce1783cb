import { expect, test } from 'vitest';
import { responseShapes } from '../src/generate/response-shapes.js';
import { readModel } from '../src/model/read-model.js';

function shapesOf(schema: object, schemas: object = {}) {
  const responses = {
    200: { content: { 'application/json': { schema } } },
    404: { $ref: '#/components/responses/No' },
  };
  const components = {
    schemas,
    responses: { No: { content: { 'application/json': { schema: { enum: ['no'] } } } } },
  };
  return responseShapes(readModel({ paths: { '/things': { get: { responses } } }, components }));
}

test.each([
  ['a text', { type: 'string' }, 0],
  ['an enum, without its null', { enum: ['a', 'b', null] }, ['a', 'b']],
  ['a constant', { const: 'a' }, ['a']],
  ['a list', { items: { enum: ['a'] } }, { items: ['a'] }],
  ['an object', { properties: { a: { type: 'string' } } }, { fields: { a: 0 } }],
  ['an object that is open on purpose', { properties: { a: {} }, additionalProperties: true }, 0],
])('reads %s', (_case, schema, shape) => {
  expect(shapesOf(schema).responses['GET /things']?.['200']).toEqual(shape);
});

test('names what is referred to, once, also when it leads back to itself', () => {
  const reference = { $ref: '#/components/schemas/Node' };
  const node = { properties: { next: reference, nodes: { items: reference } } };

  expect(shapesOf(reference, { Node: node, Unused: {} })).toMatchObject({
    shapes: { Node: { fields: { next: 'Node', nodes: { items: 'Node' } } } },
    responses: { 'GET /things': { 200: 'Node' } },
  });
});

test('combines the fields of an object with those it is made of', () => {
  const made = { allOf: [{ $ref: '#/components/schemas/Part' }], properties: { own: {} } };
  const part = { allOf: [{ properties: { deep: {} } }], properties: { part: {} } };

  expect(shapesOf(made, { Part: part }).responses['GET /things']?.['200']).toEqual({
    fields: { deep: 0, part: 0, own: 0 },
  });
});

test('leaves an object open when a part of it is', () => {
  const made = { allOf: [{ additionalProperties: true }], properties: { own: {} } };
  expect(shapesOf(made).responses['GET /things']?.['200']).toBe(0);
});

test('follows a response that is referred to', () => {
  expect(shapesOf({}).responses['GET /things']?.['404']).toEqual(['no']);
});

test('writes a shape that several statuses share once', () => {
  const responses = {
    200: {},
    400: { $ref: '#/components/responses/No' },
    404: { $ref: '#/components/responses/No' },
  };
  const components = { responses: { No: { content: { 'application/json': { schema: { enum: ['no'] } } } } } };
  const model = readModel({ paths: { '/things': { get: { responses } } }, components });

  expect(responseShapes(model).responses['GET /things']).toEqual({ 200: 0, '400,404': ['no'] });
});
