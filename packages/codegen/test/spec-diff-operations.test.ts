import { expect, test } from 'vitest';
import type { Severity } from '../src/spec-diff/change.js';
import { highestSeverity } from '../src/spec-diff/change.js';
import { printChanges } from '../src/spec-diff/print-changes.js';
import { changesBy, eventOf, get, post, type Sound } from './small-spec.js';

const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: {} });

const table: [string, (document: Sound) => unknown, Severity, string][] = [
  [
    'a path that was removed',
    (d) => delete d.paths['/things/{id}'],
    'breaking',
    'the operation was removed: `GET /things/{id}`',
  ],
  [
    'an operation that was removed',
    (d) => delete d.paths['/things']?.['post'],
    'breaking',
    'the operation was removed: `POST /things`',
  ],
  [
    'a new operation',
    (d) => Object.assign(d.paths['/things'] ?? {}, { get: {} }),
    'compatible',
    'the operation is new: `GET /things`',
  ],
  [
    'an event that was removed',
    (d) => Object.assign(d, { webhooks: {} }),
    'breaking',
    'the event was removed: `event thing.made`',
  ],
  [
    'a new event',
    (d) => Object.assign(d.webhooks, { x: { post: {} } }),
    'compatible',
    'the event is new: `event x`',
  ],
  [
    'a different operationId',
    (d) => Object.assign(post(d), { operationId: 'addThing' }),
    'breaking',
    'called `addThing` instead of `createThing`',
  ],
  [
    'a different name in a path',
    (d) => renamePath(d),
    'breaking',
    'written `/things/{thingId}` instead of `/things/{id}`',
  ],
  [
    'credentials that are needed',
    (d) => Object.assign(get(d), { security: [{ Bearer: [] }] }),
    'breaking',
    'needs other credentials',
  ],
  [
    'credentials that are not needed',
    (d) => Object.assign(post(d), { security: [] }),
    'compatible',
    'no longer needs credentials',
  ],
  [
    'credentials for every operation',
    (d) => Object.assign(d, { security: [{ Key: [] }] }),
    'breaking',
    'needs other credentials',
  ],
  [
    'a different summary',
    (d) => Object.assign(post(d), { summary: 'Add' }),
    'docs',
    'has a different summary',
  ],
  [
    'a server of its own',
    (d) => Object.assign(post(d), { servers: [{ url: '/' }] }),
    'breaking',
    'has other servers',
  ],
  [
    'a new required header',
    (d) => post(d).parameters.push(header('New', true)),
    'breaking',
    'the header parameter `New` is new and must be sent',
  ],
  [
    'a new optional header',
    (d) => post(d).parameters.push(header('New', false)),
    'compatible',
    'the header parameter `New` is new',
  ],
  [
    'a header that becomes required',
    (d) => Object.assign(post(d).parameters[0] ?? {}, { required: true }),
    'breaking',
    'must be sent now',
  ],
  [
    'a header that was removed',
    (d) => post(d).parameters.pop(),
    'breaking',
    'the header parameter `Key` was removed',
  ],
  [
    'a different style of a parameter',
    (d) => Object.assign(post(d).parameters[0] ?? {}, { explode: true }),
    'breaking',
    'serialized differently',
  ],
  [
    'a header of an event that may be missing',
    (d) => Object.assign(eventOf(d).parameters[0] ?? {}, { required: false }),
    'breaking',
    'may be missing now',
  ],
  [
    'a body that becomes required',
    (d) => Object.assign(post(d).requestBody, { required: true }),
    'breaking',
    'the request body is required now',
  ],
  [
    'a body that was removed',
    (d) => delete post(d)['requestBody' as string],
    'breaking',
    'the request body was removed',
  ],
  [
    'a media type that was removed',
    (d) => Object.assign(post(d).requestBody, { content: {} }),
    'breaking',
    'as `application/json` was removed',
  ],
  [
    'a new media type',
    (d) => Object.assign(post(d).requestBody.content, { 'text/csv': {} }),
    'compatible',
    'as `text/csv` is new',
  ],
  [
    'a status that was removed',
    (d) => delete post(d).responses['409'],
    'breaking',
    'the response 409 was removed',
  ],
  [
    'a new status',
    (d) => Object.assign(post(d).responses, { 422: {} }),
    'compatible',
    'the response 422 is new',
  ],
  [
    'a status that may not be given to an event',
    (d) => delete eventOf(d).responses['410'],
    'breaking',
    'the response 410 was removed: `event thing.made`',
  ],
  [
    'a response without its body',
    (d) => delete post(d).responses['201']?.content,
    'breaking',
    'the response 201 as `application/json` was removed',
  ],
  [
    'a response header that was removed',
    (d) => Object.assign(post(d).responses['201'] ?? {}, { headers: {} }),
    'breaking',
    'the header `Location` of the response 201 was removed',
  ],
  [
    'a different description of a response',
    (d) => Object.assign(post(d).responses['409'] ?? {}, { description: 'No' }),
    'docs',
    'the response 409 has a different description',
  ],
  [
    'a different address of a server',
    (d) => Object.assign(d.servers[0] ?? {}, { url: 'https://b.example' }),
    'breaking',
    'is `https://b.example` instead of',
  ],
  ['a server that was removed', (d) => d.servers.pop(), 'breaking', 'the server `sandbox` was removed'],
  [
    'a different security scheme',
    (d) => Object.assign(d.components.securitySchemes.Bearer, { scheme: 'basic' }),
    'breaking',
    'the security scheme `Bearer` has a different scheme',
  ],
  [
    'words about a security scheme',
    (d) => Object.assign(d.components.securitySchemes.Bearer, { description: 'x' }),
    'docs',
    'has a different description',
  ],
  [
    'a schema that was removed',
    (d) => delete d.components.schemas['Spare'],
    'breaking',
    'the schema `Spare` was removed from the types',
  ],
  [
    'a different version',
    (d) => Object.assign(d.info, { version: '1.0.1' }),
    'docs',
    'the document has a different info',
  ],
];

function renamePath({ paths }: Sound): void {
  paths['/things/{thingId}'] = paths['/things/{id}'] ?? {};
  delete paths['/things/{id}'];
}

test.each(table)('%s is rated and put into words', (_case, edit, severity, words) => {
  const changes = changesBy(edit);
  expect(highestSeverity(changes)).toBe(severity);
  expect(printChanges(changes)).toContain(words);
});
