import { expect, test } from 'vitest';
import { readModel } from '../src/model/read-model.js';
import type { Change } from '../src/spec-diff/change.js';
import { compareSpecs } from '../src/spec-diff/compare-specs.js';

type Schema = Readonly<Record<string, unknown>>;

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: 'string' };
const colors: Schema = { type: 'string', enum: ['red', 'green'] };
const place: Schema = { type: 'object', properties: { city: text }, required: ['city'] };
const nothing: Schema = { type: 'null' };
const schemas = { Color: colors, Hue: colors, Place: place, Spot: place };

/** What changes when a field of a request and of a response is written in another way. */
function changes(before: Schema, after: Schema): Change[] {
  const json = (field: Schema) => ({
    content: { 'application/json': { schema: { properties: { field } } } },
  });
  const document = (field: Schema) =>
    readModel({
      paths: { '/a': { post: { requestBody: json(field), responses: { 200: json(field) } } } },
      components: { schemas },
    });
  return compareSpecs(document(before), document(after));
}

const spellings: [string, Schema, Schema][] = [
  ['an enum that moves to a $ref', colors, to('Color')],
  ['an object that moves to a $ref', place, to('Place')],
  ['a $ref to a schema of another name', to('Place'), to('Spot')],
  ['a $ref in an allOf of one', to('Place'), { allOf: [to('Place')] }],
  ['a schema in an anyOf of one', colors, { anyOf: [colors] }],
  ['a schema in a oneOf of one', to('Place'), { oneOf: [place] }],
  ['another order of an enum', colors, { type: 'string', enum: ['green', 'red'] }],
  ['a constant as an enum of one', { type: 'string', const: 'red' }, { type: 'string', enum: ['red'] }],
  ['an enum without the type of its values', colors, { enum: ['red', 'green'] }],
  ['types as a choice of schemas', { type: ['string', 'number'] }, { anyOf: [{ type: 'number' }, text] }],
  ['a limit that excludes nothing', text, { type: 'string', minLength: 0 }],
  ['entries that may repeat anyway', { type: 'array' }, { type: 'array', uniqueItems: false }],
  ['null in a list of types', { type: ['string', 'null'] }, { anyOf: [text, nothing] }],
  ['null in a oneOf', { type: ['string', 'null'] }, { oneOf: [nothing, text] }],
  ['null as nullable', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
  ['null as a constant', { type: ['string', 'null'] }, { anyOf: [text, { const: null }] }],
  ['an object or null', { anyOf: [to('Place'), nothing] }, { ...place, type: ['object', 'null'] }],
  [
    'an object or null by nullable',
    { anyOf: [to('Place'), nothing] },
    { allOf: [to('Place')], nullable: true },
  ],
  [
    'an enum or null',
    { type: ['string', 'null'], enum: ['red', 'green', null] },
    { oneOf: [to('Color'), nothing] },
  ],
  ['a form that moves to a $ref', { anyOf: [colors, place] }, { anyOf: [to('Color'), to('Place')] }],
  ['forms in another order', { anyOf: [colors, place, text] }, { anyOf: [place, text, colors] }],
  ['a form by another name', { oneOf: [to('Color'), to('Place')] }, { oneOf: [to('Spot'), to('Hue')] }],
  [
    'a discriminator that leads to the same under another name',
    { discriminator: { propertyName: 'city', mapping: { here: to('Place').$ref } } },
    { discriminator: { propertyName: 'city', mapping: { here: 'Spot' } } },
  ],
];

test.each(spellings)('%s is no change', (_case, one, other) => {
  expect(changes(one, other)).toEqual([]);
  expect(changes(other, one)).toEqual([]);
});

test.each<[string, Schema, Schema, string[]]>([
  [
    'null that an enum does not have',
    { type: ['string', 'null'], enum: ['red'] },
    { anyOf: [{ ...text, enum: ['red'] }, nothing] },
    ['may be null now'],
  ],
  [
    'a value more in an enum that moves',
    colors,
    { anyOf: [{ ...colors, enum: ['red', 'green', 'blue'] }, nothing] },
    ['may be null now', 'may also be `blue`'],
  ],
  [
    'what stands beside a $ref',
    { anyOf: [to('Color'), to('Place')] },
    { anyOf: [to('Color'), { ...to('Place'), maxProperties: 1 }] },
    ['is at most 1 properties, without such a limit before'],
  ],
])('%s is found', (_case, before, after, messages) => {
  const found = changes(before, after).map(({ message }) => message);
  expect([...new Set(found)]).toEqual(messages);
});
