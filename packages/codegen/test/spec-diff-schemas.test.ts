import { describe, expect, test } from 'vitest';
import { readModel } from '../src/model/read-model.js';
import type { Change, Severity } from '../src/spec-diff/change.js';
import { compareSpecs } from '../src/spec-diff/compare-specs.js';

type Schema = Readonly<Record<string, unknown>>;

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });

function changesIn(before: object, after: object): Change[] {
  return compareSpecs(readModel(before as Schema), readModel(after as Schema));
}

/** How a change of a body is rated when integrators send it, and when they receive it: in a response, in an event. */
function severities(before: Schema, after: Schema) {
  const sent = (body: Schema) => ({ paths: { '/a': { post: { requestBody: json(body), responses: {} } } } });
  const received = (body: Schema) => ({ paths: { '/a': { get: { responses: { 200: json(body) } } } } });
  const event = (body: Schema) => ({ webhooks: { e: { post: { requestBody: json(body), responses: {} } } } });
  const rated = [sent, received, event].map((document) =>
    changesIn(document(before), document(after)).map(({ severity }) => severity),
  );
  const [whenSent, whenReceived, inEvent] = rated;
  expect(inEvent).toEqual(whenReceived);
  return { whenSent, whenReceived };
}

const name = { type: 'string' };
const object = (properties: Schema, rest: Schema = {}): Schema => ({ type: 'object', properties, ...rest });
const text = (rest: Schema): Schema => ({ type: 'string', ...rest });
const amount = (rest: Schema): Schema => ({ type: 'integer', ...rest });
const list = (rest: Schema): Schema => ({ type: 'array', items: name, ...rest });
const open = { 'x-oms-open-enum': true };
const small = { type: 'object', title: 'small' };

const narrowing: [string, Schema, Schema][] = [
  ['an optional field that becomes required', object({ name }), object({ name }, { required: ['name'] })],
  ['a value less in an enum', text({ enum: ['a', 'b'] }), text({ enum: ['a'] })],
  ['a value less in an open enum', text({ enum: ['a', 'b'], ...open }), text({ enum: ['a'], ...open })],
  ['an enum where any text was', text({}), text({ enum: ['a'] })],
  ['an open enum that closes', text({ enum: ['a'], ...open }), text({ enum: ['a'] })],
  ['a constant where any text was', text({}), text({ const: 'a' })],
  ['null that goes', { type: ['string', 'null'] }, name],
  ['a number that becomes an integer', { type: 'number' }, amount({})],
  ['one of two types that goes', { type: ['string', 'integer'] }, name],
  ['a type where there was none', {}, name],
  ['a lower maxLength', text({ maxLength: 9 }), text({ maxLength: 8 })],
  ['a new maxLength', text({}), text({ maxLength: 8 })],
  ['a higher minLength', text({ minLength: 1 }), text({ minLength: 2 })],
  ['a lower maximum', amount({ maximum: 100 }), amount({ maximum: 50 })],
  ['a higher minimum', amount({ minimum: 0 }), amount({ minimum: 1 })],
  ['a higher exclusiveMinimum', amount({ exclusiveMinimum: 0 }), amount({ exclusiveMinimum: 1 })],
  ['fewer entries', list({ maxItems: 3 }), list({ maxItems: 2 })],
  ['entries that differ', list({}), list({ uniqueItems: true })],
  ['a new pattern', text({}), text({ pattern: '^a' })],
  ['a new format', text({}), text({ format: 'date' })],
  ['a form less in a choice', { oneOf: [name, small] }, { oneOf: [name] }],
  ['shorter entries of a list', list({}), list({ items: text({ maxLength: 1 }) })],
  [
    'shorter values of a map',
    { additionalProperties: name },
    { additionalProperties: text({ maxLength: 1 }) },
  ],
];

describe('fewer values are breaking where they are sent and compatible where they are received', () => {
  test.each(narrowing)('%s', (_case, before, after) => {
    expect(severities(before, after)).toEqual({ whenSent: ['breaking'], whenReceived: ['compatible'] });
  });
});

describe('more values are compatible where they are sent and breaking where they are received', () => {
  test.each(narrowing.filter(([title]) => !title.startsWith('a value less')))(
    'the reverse of %s',
    (_case, after, before) => {
      expect(severities(before, after)).toEqual({ whenSent: ['compatible'], whenReceived: ['breaking'] });
    },
  );

  test('a value more in an enum', () => {
    const [before, after] = [text({ enum: ['a'] }), text({ enum: ['a', 'b'] })];
    expect(severities(before, after)).toEqual({ whenSent: ['compatible'], whenReceived: ['breaking'] });
  });
});

const compared: [string, Schema, Schema, Severity, Severity][] = [
  [
    'a value more in an open enum',
    text({ enum: ['a'], ...open }),
    text({ enum: ['a', 'b'], ...open }),
    'compatible',
    'compatible',
  ],
  ['a new optional field', object({}), object({ name }), 'compatible', 'compatible'],
  ['a new required field', object({}), object({ name }, { required: ['name'] }), 'breaking', 'compatible'],
  ['a field that was removed', object({ name }), object({}), 'breaking', 'breaking'],
  ['another type', name, { type: 'boolean' }, 'breaking', 'breaking'],
  ['another constant', text({ const: 'a' }), text({ const: 'b' }), 'breaking', 'breaking'],
  ['another pattern', text({ pattern: 'a' }), text({ pattern: 'b' }), 'breaking', 'breaking'],
  ['another format', text({ format: 'date' }), text({ format: 'date-time' }), 'breaking', 'breaking'],
  ['another multipleOf', amount({ multipleOf: 2 }), amount({ multipleOf: 3 }), 'breaking', 'breaking'],
  ['another default', amount({ default: 1 }), amount({ default: 2 }), 'breaking', 'compatible'],
  ['a first default', amount({}), amount({ default: 2 }), 'compatible', 'compatible'],
  ['a field that becomes writeOnly', name, text({ writeOnly: true }), 'compatible', 'breaking'],
  ['a field that becomes readOnly', name, text({ readOnly: true }), 'breaking', 'compatible'],
  ['a field that is no longer readOnly', text({ readOnly: true }), name, 'compatible', 'compatible'],
  [
    'an object that closes',
    object({ name }),
    object({ name }, { additionalProperties: false }),
    'breaking',
    'compatible',
  ],
  [
    'an object that opens',
    object({ name }, { additionalProperties: false }),
    object({ name }),
    'compatible',
    'compatible',
  ],
  [
    'another discriminator',
    { discriminator: { propertyName: 'a' } },
    { discriminator: { propertyName: 'b' } },
    'breaking',
    'breaking',
  ],
  ['a first discriminator', {}, { discriminator: { propertyName: 'a' } }, 'breaking', 'compatible'],
  [
    'a discriminator that was removed',
    { discriminator: { propertyName: 'a' } },
    {},
    'compatible',
    'breaking',
  ],
  ['a keyword nothing can compare', {}, { not: { type: 'null' } }, 'breaking', 'breaking'],
  ['a different description', text({ description: 'a' }), text({ description: 'b' }), 'docs', 'docs'],
  ['another example', text({ examples: ['a'] }), text({ examples: ['b'] }), 'docs', 'docs'],
  ['another title', text({ title: 'a' }), text({ title: 'b' }), 'docs', 'docs'],
  ['another confidence', text({ 'x-oms-confidence': 'inferred' }), name, 'docs', 'docs'],
  ['a deprecation', name, text({ deprecated: true }), 'docs', 'docs'],
];

describe('is compared when sent and when received', () => {
  test.each(compared)('%s', (_case, before, after, whenSent, whenReceived) => {
    expect(severities(before, after)).toEqual({ whenSent: [whenSent], whenReceived: [whenReceived] });
  });
});

test.each([
  ['order of fields', object({ a: name, b: name }), object({ b: name, a: name })],
  ['order of types', { type: ['string', 'null'] }, { type: ['null', 'string'] }],
  ['order of required fields', object({}, { required: ['a', 'b'] }), object({}, { required: ['b', 'a'] })],
  ['way of writing, with allOf', object({ name }), { allOf: [object({ name })] }],
])('another %s is no change', (_case, before, after) => {
  expect(severities(before, after)).toEqual({ whenSent: [], whenReceived: [] });
});
