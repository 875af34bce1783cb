import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, afterEach, expect, test } from 'vitest';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
afterEach(() => server.reset());
afterAll(() => server.close());

/** What is said of a body. */
async function remarks(line: string, body: unknown) {
  const { status } = await ask(server, line, { body });
  const warnings = server.violations.filter(({ severity }) => severity !== 'notice');
  const found = warnings.map(({ code, location, suggestion }) =>
    [code, location.join('.'), ...(suggestion === undefined ? [] : [suggestion])].join(' '),
  );
  return { status, found, messages: warnings.map(({ message }) => message) };
}

test.each([
  ['a letter too few', { fistName: 'Ann' }, 'fistName', 'firstName'],
  ['another case', { firstname: 'Ann' }, 'firstname', 'firstName'],
  ['underscores', { first_name: 'Ann' }, 'first_name', 'firstName'],
  ['a name further down', { residentialAddress: { zipcode: '1' } }, 'residentialAddress.zipcode', 'zipCode'],
])('a property with %s is a warning with the name that was meant', async (_, fields, place, meant) => {
  expect(await remarks('POST /customers', { type: 'individual', ...fields })).toMatchObject({
    status: 201,
    found: [`request.body.undeclared-property body.${place} ${meant}`],
    messages: [`The spec does not know this property; did you mean ${meant}?`],
  });
});

test.each([
  ['like nothing', { nickname: 'Ann' }],
  ['like one that the server sets', { createdat: '2026-01-01' }],
  ['like one that is there already', { firstName: 'Ann', firstName2: 'Ann' }],
  ['too long', { ['firstName'.repeat(20)]: 'Ann' }],
])('a property with a name %s is a warning without a suggestion', async (_, fields) => {
  expect(await remarks('POST /customers', { type: 'individual', ...fields })).toMatchObject({
    status: 201,
    messages: ['The spec does not know this property.'],
  });
});

test('a date that does not exist is refused', async () => {
  expect(await remarks('POST /customers', { type: 'individual', birthDate: '1990-02-31' })).toMatchObject({
    status: 422,
    found: ['request.body.format body.birthDate'],
  });
});
