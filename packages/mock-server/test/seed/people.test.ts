import { people } from '@oms-sdk/mock-server/people';
import { expect, test } from 'vitest';
import { observedSandbox } from '../sandbox/observed-sandbox.js';

/** What the endorsements of somebody become; of those not listed, ACTIVE. */
const outcomes: Readonly<Record<string, string>> = {
  incomplete: 'INACTIVE',
  pending: 'PENDING',
  issues: 'ISSUES',
  rejected: 'REJECTED',
  revoked: 'REVOKED_ISSUES',
  offboarded: 'OFFBOARDED',
};

test.each(Object.entries(people))(
  '%s matches the contract and gets the outcome of the name',
  async (name, person) => {
    const { server, send } = await observedSandbox();

    const { status, body } = await send('POST', '/customers', person);
    server.sandbox.advance(1000);
    const { body: later } = await send('GET', `/customers/${body['id']}`);

    expect([status, server.violations]).toEqual([201, []]);
    const statuses = (later['endorsements'] as { status: string }[]).map((endorsement) => endorsement.status);
    expect(new Set(statuses)).toEqual(new Set([outcomes[name] ?? 'ACTIVE']));
  },
);

test('every outcome has a person', () => {
  expect(Object.keys(people)).toEqual(expect.arrayContaining(['complete', ...Object.keys(outcomes)]));
});

test.each([
  [people.accents, /[\u00c0-\u024f]/],
  [people.punctuation, /['’-]/],
  [people.arabic, /\p{Script=Arabic}/u],
  [people.chinese, /\p{Script=Han}/u],
  [people.cyrillic, /\p{Script=Cyrillic}/u],
  [people.devanagari, /\p{Script=Devanagari}/u],
])('the name of $externalId has what integrations break', ({ firstName, lastName }, expected) => {
  expect(`${firstName} ${lastName}`).toMatch(expected);
});

test('somebody was born on a leap day', () => {
  expect(people.leapDay.birthDate).toMatch(/-02-29$/);
});

test('nobody shares an external id or an email address with another', () => {
  const everyone = Object.values(people);

  expect(new Set(everyone.map(({ externalId }) => externalId)).size).toBe(everyone.length);
  expect(new Set(everyone.map(({ email }) => email)).size).toBe(everyone.length);
});

test('a person cannot be changed by one test for the next', () => {
  expect(() =>
    people.complete.identifyingInformation?.push({ type: 'itin', issuingCountry: 'US', number: '' }),
  ).toThrow(TypeError);
});
