import { describe, expect, test } from 'vitest';
import { documentedPages } from '../src/documented-pages.js';
import { statementOf } from '../src/spec-part.js';

/** Lists of known values grow; every other list of a page is complete. */
function expectation(claim: object): object {
  const { knownValues, examples, ...rest } = claim as { knownValues?: unknown[]; examples?: unknown[] };
  return {
    ...rest,
    ...(knownValues && { knownValues: expect.arrayContaining(knownValues) }),
    ...(examples && { examples: expect.arrayContaining(examples) }),
  };
}

describe.each(documentedPages.filter(({ claims }) => Object.keys(claims).length > 0))(
  '$page says',
  ({ claims }) => {
    test.each(Object.entries(claims))('%s is %j', (part, claim) => {
      const statement = statementOf(part);
      if (claim === 'missing') expect(statement).toBe('missing');
      else expect(statement).toMatchObject(expectation(claim));
    });
  },
);

test.each([
  'createNothing',
  'event nothing',
  'server nowhere',
  'createCustomer 299',
  'createCustomer query.nothing',
  'createCustomer request.nothing',
  'createCustomer 201.wallets[].nothing',
])('%s would be noticed as missing', (part) => {
  expect(statementOf(part)).toBe('missing');
});
