import { expect, test } from 'vitest';
import type { Verdict } from '../src/spec-diff/change.js';
import { gravestVerdict, printChanges } from '../src/spec-diff/print-changes.js';
import { changesBy, eventOf, get, post, type Sound } from './small-spec.js';

const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: {} });

const table: [string, (document: Sound) => unknown, Verdict, string][] = [
  [
    'a path that is gone',
    (d) => delete d.paths['/things/{id}'],
    'breaking',
    'the operation is gone: `GET /things/{id}`',
  ],
  [
    'an operation that is gone',
    (d) => delete d.paths['/things']?.['post'],
    'breaking',
    'the operation is gone: `POST /things`',
  ],
  [
    'a new operation',
    (d) => Object.assign(d.paths['/things'] ?? {}, { get: {} }),
    'compatible',
    'the operation is new: `GET /things`',
  ],
  [
    'an event that is gone',
    (d) => Object.assign(d, { webhooks: {} }),
    'breaking',
    'the event is gone: `event thing.made`',
  ],
  [
    'a new event',
    (d) => Object.assign(d.webhooks, { x: { post: {} } }),
    'compatible',
    'the event is new: `event x`',
  ],
  [
    'another operationId',
    (d) => Object.assign(post(d), { operationId: 'addThing' }),
    'breaking',
    'called `addThing` instead of `createThing`',
  ],
  [
    'another name in a path',
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
    'needs no credentials any more',
  ],
  [
    'credentials for every operation',
    (d) => Object.assign(d, { security: [{ Key: [] }] }),
    'breaking',
    'needs other credentials',
  ],
  ['another summary', (d) => Object.assign(post(d), { summary: 'Add' }), 'docs', 'has another summary'],
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
    'a header that is gone',
    (d) => post(d).parameters.pop(),
    'breaking',
    'the header parameter `Key` is gone',
  ],
  [
    'another style of a parameter',
    (d) => Object.assign(post(d).parameters[0] ?? {}, { explode: true }),
    'breaking',
    'written in another way',
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
    'a body that is gone',
    (d) => delete post(d)['requestBody' as string],
    'breaking',
    'the request body is gone',
  ],
  [
    'a media type that is gone',
    (d) => Object.assign(post(d).requestBody, { content: {} }),
    'breaking',
    'as `application/json` is gone',
  ],
  [
    'a new media type',
    (d) => Object.assign(post(d).requestBody.content, { 'text/csv': {} }),
    'compatible',
    'as `text/csv` is new',
  ],
  ['a status that is gone', (d) => delete post(d).responses['409'], 'breaking', 'the answer 409 is gone'],
  [
    'a new status',
    (d) => Object.assign(post(d).responses, { 422: {} }),
    'compatible',
    'the answer 422 is new',
  ],
  [
    'a status that may not be given to an event',
    (d) => delete eventOf(d).responses['410'],
    'breaking',
    'the answer 410 is gone: `event thing.made`',
  ],
  [
    'an answer without its body',
    (d) => delete post(d).responses['201']?.content,
    'breaking',
    'the answer 201 as `application/json` is gone',
  ],
  [
    'an answer header that is gone',
    (d) => Object.assign(post(d).responses['201'] ?? {}, { headers: {} }),
    'breaking',
    'the header `Location` of the answer 201 is gone',
  ],
  [
    'another description of an answer',
    (d) => Object.assign(post(d).responses['409'] ?? {}, { description: 'No' }),
    'docs',
    'the answer 409 has another description',
  ],
  [
    'another address of a server',
    (d) => Object.assign(d.servers[0] ?? {}, { url: 'https://b.example' }),
    'breaking',
    'is `https://b.example` instead of',
  ],
  ['a server that is gone', (d) => d.servers.pop(), 'breaking', 'the server `sandbox` is gone'],
  [
    'another security scheme',
    (d) => Object.assign(d.components.securitySchemes.Bearer, { scheme: 'basic' }),
    'breaking',
    'the security scheme `Bearer` has another scheme',
  ],
  [
    'words about a security scheme',
    (d) => Object.assign(d.components.securitySchemes.Bearer, { description: 'x' }),
    'docs',
    'has another description',
  ],
  [
    'a schema that is gone',
    (d) => delete d.components.schemas['Spare'],
    'breaking',
    'the schema `Spare` is gone from the types',
  ],
  [
    'another version',
    (d) => Object.assign(d.info, { version: '1.0.1' }),
    'docs',
    'the document has another info',
  ],
];

function renamePath({ paths }: Sound): void {
  paths['/things/{thingId}'] = paths['/things/{id}'] ?? {};
  delete paths['/things/{id}'];
}

test.each(table)('%s is judged and put into words', (_case, edit, verdict, words) => {
  const changes = changesBy(edit);
  expect(gravestVerdict(changes)).toBe(verdict);
  expect(printChanges(changes)).toContain(words);
});
