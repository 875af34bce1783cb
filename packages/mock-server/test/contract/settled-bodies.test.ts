import { expect, test, vi } from 'vitest';
import { BodyInspector } from '../../src/contract/inspect-body.js';
import { MessageChecks } from '../../src/contract/message-checks.js';
import { PrismEngine } from '../../src/contract/prism/prism-engine.js';
import { toPrismRequest, toPrismResponse } from '../../src/contract/prism/prism-messages.js';
import { readRequest, readResponse } from '../../src/contract/read-message.js';
import { jsonResponse } from '../../src/http/message.js';
import { seededRandom } from '../../src/seeded-random.js';
import { type Content, type Operation, responseFor } from '../../src/spec/operation.js';
import { readSpec } from '../../src/spec/spec.js';
import type { Finding } from '../../src/violations/violation.js';

const spec = await readSpec(undefined);
const prism = await PrismEngine.load(spec);
const checks = new MessageChecks(spec, prism, new BodyInspector(spec.document));
const random = seededRandom('bodies');
const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;

const values: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e21, '', 'x', ' ', 'x'.repeat(300), [], {}, [1], ['x', 'x'], { a: 1 }],
  ...[
    'US',
    'ACTIVE',
    'usdc',
    'individual',
    '1990-05-15',
    '1990-02-31',
    '2026-01-01T00:00:00Z',
    '2026-01-01 00:00',
  ],
  ...[
    'a@example.com',
    'https://app.example.com/hooks',
    'not a url',
    '+12125551234',
    'cst_01',
    '12.5',
    '0.001',
  ],
];

/** A copy with none to three places changed: a value replaced or taken away, or a property added. */
function mutated(body: object): object {
  const copy = structuredClone(body);
  const changes = pick([0, 1, 1, 2, 3]);
  for (let change = 0; change < changes; change += 1) {
    const owner = pick(objectsIn(copy));
    const key = pick([...Object.keys(owner), 'unheardOf', 'id', 'birthDate']);
    if (random() < 0.3) Reflect.deleteProperty(owner, key);
    else Reflect.set(owner, key, structuredClone(pick(values)));
  }
  return copy;
}

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

const bodiesOf = (contents: readonly Content[]) =>
  contents.flatMap(({ examples }) => [...examples.values()]) as object[];
const isObject = (body: unknown) => typeof body === 'object' && body !== null;
const placesOf = (found: readonly Finding[]) =>
  found.map(({ code, location }) => `${code} at ${location.join('.')}`);

/** What the chain finds, whether it had Prism look at the body, and what Prism finds in all of it. */
interface Checked {
  readonly found: string[];
  readonly isSettled: boolean;
  readonly prismSays: string[];
}

async function checkRequest(operation: Operation, body: object): Promise<Checked> {
  const headers = { authorization: 'Bearer x', 'content-type': 'application/json', 'idempotency-key': 'k' };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const { method, template } = operation;
  const url = { segments: [], query: new URLSearchParams(), target: template };
  const pathParameters = Object.fromEntries(
    [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, 'x1']),
  );
  const raw = { id: 'req_1', method, target: template, headers, bytes };
  const read = readRequest({ operation, pathParameters, url }, raw);
  const asked = vi.spyOn(prism, 'checkRequest');
  const found = placesOf(await checks.request(operation, read));
  const isSettled = asked.mock.calls.length === 0;
  asked.mockRestore();
  return {
    found,
    isSettled,
    prismSays: placesOf(await prism.checkRequest(operation, toPrismRequest(operation, read, false))),
  };
}

async function checkResponse(operation: Operation, status: number, body: object): Promise<Checked> {
  const response = jsonResponse(status, body);
  const read = readResponse(operation, response);
  if (!('value' in read)) throw new Error(read.message);
  const declared = responseFor(operation, status)?.headers ?? [];
  const asked = vi.spyOn(prism, 'checkResponse');
  const found = placesOf(await checks.response(operation, response));
  const isSettled = asked.mock.calls.every(([, { body: shown }]) => shown === undefined);
  asked.mockRestore();
  const whole = await prism.checkResponse(operation, toPrismResponse(declared, response, read));
  return { found, isSettled, prismSays: placesOf(whole) };
}

/** Checks 1,000 messages made from the examples; what Prism finds has to be found, whether or not it was asked. */
async function compareAll<Case>(cases: readonly Case[], check: (one: Case) => Promise<Checked>) {
  let settled = 0;
  let wrong = 0;
  for (let round = 0; round < 1000; round += 1) {
    const { found, isSettled, prismSays } = await check(pick(cases));
    expect(found).toEqual(expect.arrayContaining(prismSays));
    if (isSettled) settled += 1;
    if (prismSays.length > 0) wrong += 1;
  }
  expect(settled).toBeGreaterThan(100);
  expect(wrong).toBeGreaterThan(100);
}

test('Prism finds nothing in 1,000 mutated request bodies that is not found without it', async () => {
  const cases = spec.operations.flatMap((operation) =>
    bodiesOf(operation.requestBody?.contents ?? [])
      .filter(isObject)
      .map((body) => ({ operation, body })),
  );

  await compareAll(cases, ({ operation, body }) => checkRequest(operation, mutated(body)));
});

test('Prism finds nothing in 1,000 mutated response bodies that is not found without it', async () => {
  const cases = spec.operations.flatMap((operation) =>
    operation.responses.flatMap(({ code, contents }) =>
      bodiesOf(contents)
        .filter(isObject)
        .map((body) => ({ operation, status: Number(code), body })),
    ),
  );

  await compareAll(
    cases.filter(({ status }) => status > 0),
    ({ operation, status, body }) => checkResponse(operation, status, mutated(body)),
  );
});
