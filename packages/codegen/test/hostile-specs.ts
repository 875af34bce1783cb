import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceIn, rootFile, specCopy } from './spec-copy.js';

/** Damages a copy of the spec in a folder. */
export type Damage = (folder: string) => void;

const customer = 'schemas/Customer.yaml';
const alice = 'examples/customer-alice.json';
const field = /firstName:\n(?: {4}.*\n)+/;
const lines = readFileSync(join(dirname(rootFile), customer), 'utf8').split('\n');
/** Lines of the customer, 1-based. */
export const firstName = lines.indexOf('  firstName:') + 1;
const properties = lines.indexOf('properties:') + 1;

/** What a message begins with that is about a line of the customer. */
export function at(line: number, rest: RegExp): RegExp {
  return new RegExp(`^schemas/Customer\\.yaml:${line}:${rest.source}`, 'm');
}

const paths = /^paths:[\s\S]*?^webhooks:/m;
const bytes = Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 256));
const bomb = ['a: &a [x,x,x,x,x,x,x,x]', ...[...'bcdefghij'].map((name, index) => bombLine(name, index))];

function bombLine(name: string, index: number): string {
  return `${name}: &${name} [${Array(8).fill(`*${'abcdefghi'[index]}`).join(',')}]`;
}

const put =
  (file: string, content: string | Buffer): Damage =>
  (folder) =>
    writeFileSync(join(folder, file), content);
const edit =
  (file: string, part: string | RegExp, text: string): Damage =>
  (folder) =>
    replaceIn(join(folder, file), part, text);
/** Writes a field of the customer anew. */
export const property = (schema: string): Damage => edit(customer, field, `firstName: ${schema}\n`);
const reference = (to: string): Damage => property(`\n    $ref: ${to}`);
/** Several damages, one after the other. */
export const all =
  (...damages: readonly Damage[]): Damage =>
  (folder) =>
    damages.forEach((damage) => void damage(folder));
export { alice, customer, edit, put };

/** A copy of the spec that was damaged; gives its root file. */
export function hostileSpec(damage: Damage): string {
  const folder = specCopy();
  damage(folder);
  return join(folder, 'openapi.yaml');
}

/** Damages by name, with what the message about them begins with: file, and line if there is one. */
export const refused: readonly (readonly [string, Damage, RegExp])[] = [
  ['an empty root file', put('openapi.yaml', ''), /^openapi\.yaml {2}/],
  ['a root file of comments', put('openapi.yaml', '# nothing\n'), /^openapi\.yaml {2}/],
  ['a root file of random bytes', put('openapi.yaml', bytes), /^openapi\.yaml:1:1 {2}This is not UTF-8 text/],
  ['a schema of random bytes', put(customer, bytes), /^schemas\/Customer\.yaml:1:1 {2}.*not UTF-8 text/],
  [
    'a schema in UTF-16',
    put(customer, Buffer.from('\ufefftype: object\n', 'utf16le')),
    /^schemas\/Customer\.yaml:1:1 {2}.*not UTF-8/,
  ],
  [
    'a NUL in a schema',
    edit(customer, 'Starts with', 'Starts \0with'),
    at(properties + 3, /\d+ {2}.*null byte/),
  ],
  ['an empty example', put(alice, ''), /^examples\/customer-alice\.json:1:1 {2}.*This file is empty/],
  [
    'a schema of comments',
    put(customer, '# later\n'),
    /^schemas\/Customer\.yaml:1:1 {2}.*This file is empty/,
  ],
  ['an example that is no JSON', put(alice, 'hello'), /^examples\/customer-alice\.json:1:1 {2}/],
  ['a comment in JSON', edit(alice, '{', '{ // note\n'), /^examples\/customer-alice\.json:1:\d+ {2}/],
  [
    'the same key twice',
    property('{ type: string, type: integer }'),
    at(firstName, /\d+ {2}.*duplicated mapping key/),
  ],
  [
    'two documents in a file',
    edit('openapi.yaml', 'openapi:', '---\na: 1\n---\nopenapi:'),
    /^openapi\.yaml {2}.*single document/,
  ],
  ['a tab that indents', edit(customer, '  id:', '\tid:'), at(properties + 1, /1 {2}.*tab/)],
  [
    'a tag that runs code',
    property('!!js/function "function(){}"'),
    at(firstName, /\d+ {2}.*unknown scalar tag/),
  ],
  [
    'an alias of an object',
    edit(customer, 'properties:\n', 'properties:\n  one: &one { type: string }\n  two: *one\n'),
    at(properties + 2, /1 {2}.*alias/),
  ],
  [
    'an alias of itself',
    edit(customer, 'properties:\n', 'properties: &all\n  loop: { type: object, properties: *all }\n'),
    at(properties + 1, /1 {2}.*alias/),
  ],
  [
    'aliases that multiply',
    put(customer, `${bomb.join('\n')}\ntype: object\n`),
    /^schemas\/Customer\.yaml:2:1 {2}.*alias/,
  ],
  [
    'nesting without end',
    property(`${'{items: '.repeat(5000)}{}${'}'.repeat(5000)}`),
    at(firstName, /\d+ {2}.*maxDepth/),
  ],
  [
    'an example nested without end',
    put(alice, '['.repeat(50_000)),
    /^examples\/customer-alice\.json:1:\d+ {2}.*maxDepth/,
  ],
  [
    'a file of three megabytes',
    property(`{ description: "${'word '.repeat(600_000)}" }`),
    /^schemas\/Customer\.yaml:1:1 {2}.*larger than 2 MB/,
  ],
  [
    'a $ref to itself',
    reference("'#/properties/firstName'"),
    at(firstName + 1, /1 {2}.*leads back to itself/),
  ],
  [
    '$refs in a circle',
    all(
      reference('./A.yaml'),
      put('schemas/A.yaml', '$ref: ./B.yaml\n'),
      put('schemas/B.yaml', '$ref: ./A.yaml\n'),
    ),
    /^schemas\/[AB]\.yaml:1:1 {2}.*leads back/,
  ],
  [
    'a schema that is all of itself',
    edit(customer, 'properties:\n', 'allOf:\n  - $ref: ./Customer.yaml\nproperties:\n'),
    /^schemas\/Customer\.yaml:\d+:1 {2}.*leads back to itself/,
  ],
  [
    'a $ref out of the folder',
    reference('../../../../../../../../../etc/hosts'),
    at(firstName + 1, /5 {2}.*folder of the spec/),
  ],
  ['a $ref to an absolute path', reference('/etc/hosts'), at(firstName + 1, /5 {2}.*folder of the spec/)],
  ['a $ref to a file URL', reference('file:///etc/hosts'), at(firstName + 1, /5 {2}.*never to the network/)],
  [
    'a $ref to a data URL',
    reference('"data:application/json,{}"'),
    at(firstName + 1, /5 {2}.*never to the network/),
  ],
  ['a $ref to a folder', reference('../schemas'), at(firstName + 1, /5 {2}.*folder/)],
  ['a $ref that is a number', reference('7'), at(firstName + 1, /1 {2}.*\$ref/)],
  ['a $ref that is a list', reference('[a]'), at(firstName + 1, /1 {2}.*\$ref/)],
  ['a $ref that is empty', reference('""'), at(firstName + 1, /1 {2}.*\$ref/)],
  ['a $ref with a broken escape', reference('"#/%E0%A4%A"'), at(firstName + 1, /5 {2}/)],
  ['a $ref into a prototype', reference('"#/__proto__"'), at(firstName + 1, /1 {2}.*every object inherits/)],
  [
    'a schema named __proto__',
    all(reference('./__proto__.yaml'), put('schemas/__proto__.yaml', 'type: string\n')),
    at(firstName + 1, /1 {2}.*every object inherits/),
  ],
  [
    'a field named constructor',
    edit(customer, 'properties:\n', 'properties:\n  constructor:\n    type: string\n'),
    at(properties + 1, /1 {2}.*"constructor"/),
  ],
  [
    'a path named __proto__',
    edit('openapi.yaml', 'paths:\n', 'paths:\n  __proto__: {}\n'),
    /^openapi\.yaml:\d+:1 {2}.*"__proto__"/,
  ],
  [
    'an operationId twice',
    edit('paths/wallet.yaml', 'getWallet', 'getCustomer'),
    /^paths\/wallet\.yaml:2:16 {2}.*taken/,
  ],
  [
    'an operationId that is code',
    edit('paths/wallet.yaml', 'getWallet', '"get\\"; injected"'),
    /^paths\/wallet\.yaml:2:16 {2}/,
  ],
  [
    'a pattern that does not compile',
    property(
      '{ type: string, description: A name., pattern: "([", examples: [a], x-oms-confidence-of: { pattern: inferred }, x-oms-curation: id-format }',
    ),
    at(firstName, /\d+ {2}.*regular expression/),
  ],
  ['a pattern that is a number', property('{ type: string, pattern: 7 }'), at(firstName, /\d+ {2}/)],
  ['a schema that is null', property(''), at(firstName, /\d+ {2}/)],
  ['a schema that is a list', property('[a]'), at(firstName, /\d+ {2}/)],
  ['properties that are a text', property('{ type: object, properties: nope }'), at(firstName, /\d+ {2}/)],
  ['an enum that is a text', property('{ type: string, enum: a }'), at(firstName, /\d+ {2}/)],
  ['a type that is a number', property('{ type: 7 }'), at(firstName, /\d+ {2}/)],
  ['paths that are a number', edit('openapi.yaml', paths, 'paths: 3\nwebhooks:'), /^openapi\.yaml:\d+:8 {2}/],
  [
    'responses that are null',
    edit('paths/wallet.yaml', /responses:[\s\S]*?x-oms-source/, 'responses:\n  x-oms-source'),
    /^paths\/wallet\.yaml:10:3 {2}/,
  ],
  [
    'a version that is an object',
    edit('openapi.yaml', 'version: 0.9.0', 'version: { a: 1 }'),
    /^openapi\.yaml:\d+:12 {2}/,
  ],
  [
    'another kind of document',
    edit('openapi.yaml', 'openapi: 3.1.0', "swagger: '2.0'"),
    /^openapi\.yaml:\d+:1 {2}/,
  ],
  [
    'a script in a description',
    property('{ description: "<script>alert(1)</script>" }'),
    at(firstName, /\d+ {2}/),
  ],
  [
    'a description that reorders the text after it',
    property('{ type: string, description: "\\u202eevil" }'),
    at(firstName, /1 {2}.*U\+202E changes the direction/),
  ],
  [
    'a field name that reorders the text after it',
    edit(customer, 'properties:\n', 'properties:\n  \u2066name:\n    type: string\n'),
    at(properties + 1, /1 {2}.*U\+2066 changes the direction/),
  ],
];
