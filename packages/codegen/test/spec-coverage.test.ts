import { expect, test } from 'vitest';
import { readModel } from '../src/model/read-model.js';
import { printCoverage, specCoverage } from '../src/spec-coverage/spec-coverage.js';

const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const mark = (confidence: string) => ({ 'x-oms-confidence': confidence });
const marked = (keywords: object) => ({ 'x-oms-confidence-of': keywords });

const document = {
  paths: {
    '/a': {
      get: {
        ...mark('documented'),
        parameters: [
          { name: 'q', in: 'query', schema: marked({ maximum: 'inferred' }), ...mark('inferred') },
        ],
        responses: { 200: { ...json(refer('Thing')), ...mark('inferred') }, 404: {} },
      },
      post: { ...mark('inferred'), requestBody: json(refer('Thing')), responses: {} },
    },
  },
  webhooks: { made: { post: { ...mark('third-party'), requestBody: json(refer('Made')), responses: {} } } },
  components: {
    schemas: {
      Thing: {
        properties: {
          id: marked({ pattern: 'inferred', description: 'precedent' }),
          guess: mark('inferred'),
          next: refer('Thing'),
          soon: { properties: { when: {} }, ...mark('preview') },
        },
      },
      Made: { properties: { thing: refer('Thing') } },
    },
  },
};

function countsOf(title: string): Record<string, string> {
  const { totals, operations } = specCoverage(readModel(document));
  const row = [...totals, ...operations].find((candidate) => candidate.title === title);
  return Object.fromEntries(row?.statements ?? []);
}

test('an operation has its own mark', () => {
  expect(countsOf('Operations')).toEqual({ 'GET /a': 'documented', 'POST /a': 'inferred' });
  expect(countsOf('Events')).toEqual({ 'event made': 'third-party' });
});

test('a field has its own mark, that of the field around it, or that of the operation', () => {
  expect(countsOf('Response fields')).toEqual({
    'Thing.id': 'documented',
    'Thing.guess': 'inferred',
    'Thing.next': 'documented',
    'Thing.soon': 'preview',
    'Thing.soon.when': 'preview',
  });
});

test('a schema used by another operation is as sure as that one', () => {
  expect(countsOf('Request fields')).toMatchObject({ 'Thing.id': 'inferred', 'Thing.soon': 'preview' });
  expect(countsOf('Event fields')).toMatchObject({ 'Made.thing': 'third-party', 'Thing.id': 'third-party' });
});

test('a response has its own mark, or that of the operation', () => {
  expect(countsOf('Responses')).toEqual({ 'GET /a 200': 'inferred', 'GET /a 404': 'documented' });
});

test('a keyword that has a mark of its own is counted apart from its field', () => {
  expect(countsOf('Keywords')).toEqual({
    'GET /a query q maximum': 'inferred',
    'Thing.id pattern': 'inferred',
    'Thing.id description': 'precedent',
  });
});

test('the table counts the marks of each row', () => {
  const { totals } = specCoverage(readModel(document));
  expect(
    printCoverage('Statements', totals.slice(0, 2)),
  ).toBe(`| Statements | documented | inferred | preview | third-party | precedent | all |
| ---------- | ---------: | -------: | ------: | ----------: | --------: | --: |
| Operations |          1 |        1 |       0 |           0 |         0 |   2 |
| Events     |          0 |        0 |       0 |           1 |         0 |   1 |
`);
});
