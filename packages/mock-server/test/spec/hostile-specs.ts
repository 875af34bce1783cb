import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The file of a document, and what the message about it says behind the name of the file. */
export type HostileSpec = readonly [title: string, file: string, content: string | Uint8Array, said: RegExp];

const json = (change: (document: string) => string) => change(sound);
const sound = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: { '/things': { get: { operationId: 'getThing', responses: { 200: { description: 'A thing' } } } } },
  components: { schemas: { Thing: { type: 'object', properties: { name: { type: 'string' } } } } },
});

const getter = '{"operationId":"getThing","responses":{"200":{"description":"A thing"}}}';
const name = '{"type":"string"}';
const withItem = (item: string) => json((text) => text.replace(`{"get":${getter}}`, () => item));
const withGet = (operation: string) => withItem(`{"get":${operation}}`);
const withName = (schema: string) => json((text) => text.replace(name, () => schema));
const withSchemas = (more: string) =>
  json((text) => text.replace('"schemas":{', () => `"schemas":{${more},`));
const withTop = (more: string) => json((text) => text.replace('{', () => `{${more},`));
const yaml = (more: string) => `${sound.slice(0, -1)},\n${more}}\n`;
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i));

const bytes = Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256);
const bomb = [...'bcdefghij'].map(
  (letter, index) => `x-${letter}: &${letter} [${Array(8).fill(`*${'abcdefghi'[index]}`).join(',')}]`,
);
const ref = (to: string) => `{"$ref":"${to}"}`;
const item = /^#\/paths\/~1things: /;
const get = /^#\/paths\/~1things\/get: /;
const field = /^#\/components\/schemas\/Thing\/properties\/name/;

/** Files that are no usable text. */
export const unreadable: readonly HostileSpec[] = [
  ['an empty file of JSON', 'spec.json', '', /^: it is not JSON: /],
  ['an empty file of YAML', 'spec.yaml', '', /^: it is not an object/],
  ['a file of comments', 'spec.yaml', '# nothing\n', /^: it is not an object/],
  ['a text', 'spec.yaml', 'hello\n', /^: it is not an object/],
  ['random bytes as JSON', 'spec.json', bytes, /^: this is not UTF-8 text/],
  ['random bytes as YAML', 'spec.yaml', bytes, /^: this is not UTF-8 text/],
  ['UTF-16', 'spec.json', Buffer.from(`\ufeff${sound}`, 'utf16le'), /^: this is not UTF-8 text/],
  ['null bytes', 'spec.yaml', '\0\0\0', /^: it is not an object/],
  ['control characters', 'spec.json', '\u001b[2J{', /^: (?:line 1, column 1: )?it is not JSON: \P{C}+$/u],
  ['JSON that breaks off', 'spec.json', sound.slice(0, 99), /^: (?:line 1, column \d+: )?it is not JSON: /],
  [
    'the same name twice in JSON',
    'spec.json',
    withTop('"openapi":"3.0.0"'),
    /^: the key at \/openapi is there twice/,
  ],
  [
    'the same key twice in YAML',
    'spec.yaml',
    'a: 1\nb: 1\na: 2\n',
    /^: line 3, column 1: the key "a" is there twice/,
  ],
  ['a key that is a list', 'spec.yaml', '? [a]\n: 1\n', /^: line 1, column 3: a key is not a string/],
  ['a tab that indents', 'spec.yaml', 'a:\n\tb: 1\n', /^: line 2, column 1: it is not YAML: Tabs /],
  ['two documents', 'spec.yaml', 'a: 1\n---\nb: 1\n', /^: it contains more than one document/],
  [
    'an unknown tag',
    'spec.yaml',
    'a: !!js/function "x"\n',
    /^: line 1, column 4: it is not YAML: Unresolved tag/,
  ],
  [
    'a date',
    'spec.yaml',
    `%YAML 1.1\n---\n${yaml('x-day: 2026-11-21')}`,
    /^#\/x-day: this is not a JSON value/,
  ],
  ['an alias of nothing', 'spec.yaml', 'a: *b\n', /^: its aliases cannot be resolved: /],
  [
    'aliases that multiply',
    'spec.yaml',
    `x-a: &a [x,x,x,x,x,x,x,x]\n${bomb.join('\n')}\n`,
    /^: its aliases cannot/,
  ],
  [
    'an alias of itself',
    'spec.yaml',
    yaml('"x-a": &a {"b": *a}'),
    /^#\/x-a(?:\/b){9}: it nests more than 200 levels/,
  ],
  [
    'more than 2 MB',
    'spec.json',
    withTop(`"x-long":"${'x'.repeat(2 ** 21)}"`),
    /^: this is larger than 2 MB/,
  ],
  ['too many tokens', 'spec.yaml', '! '.repeat(2 ** 20 - 1), /^: it is too large to be read/],
  [
    'lists without end in JSON',
    'spec.json',
    '['.repeat(100_000) + ']'.repeat(100_000),
    /^: it nests more than 200/,
  ],
  [
    'objects without end in JSON',
    'spec.json',
    '{"a":'.repeat(100_000) + 1 + '}'.repeat(100_000),
    /^: it nests/,
  ],
  [
    'lists without end in YAML',
    'spec.yaml',
    '['.repeat(100_000) + ']'.repeat(100_000),
    /^: line 1, column \d+: it nests/,
  ],
  [
    'lists in YAML that never close',
    'spec.yaml',
    '['.repeat(50_000),
    /^: line 1, column \d+: it nests more than 200/,
  ],
  [
    'objects without end in YAML',
    'spec.yaml',
    '{a: '.repeat(100_000),
    /^: line 1, column \d+: it nests more than 200/,
  ],
  ['dashes without end', 'spec.yaml', '- '.repeat(100_000), /^: line 1, column \d+: it nests more than 200/],
];

const nestedSchemas = (levels: number) => `${'{"properties":{"a":'.repeat(levels)}{}${'}}'.repeat(levels)}`;
const chain = (count: number, wrap: (schema: string) => string) =>
  many(
    count,
    (i) => `"S${i}":${wrap(i === count - 1 ? '{}' : ref(`#/components/schemas/S${i + 1}`))}`,
  ).join();

/** Documents that are no usable spec. */
export const unusable: readonly HostileSpec[] = [
  [
    '900 levels of schemas',
    'spec.json',
    withName(nestedSchemas(900)),
    /^: it nests more than 200 levels deep below \/components\//,
  ],
  [
    '900 levels of schemas in YAML',
    'spec.yaml',
    withName(nestedSchemas(900)),
    /^: line 1, column \d+: it nests more than 200/,
  ],
  [
    'a thousand references in a row',
    'spec.json',
    withSchemas(chain(1000, (schema) => schema)),
    /: this leads through more than 100 schemas/,
  ],
  [
    'a thousand lists of lists',
    'spec.json',
    withSchemas(chain(1000, (schema) => `{"items":${schema}}`)),
    /: this schema is nested too deeply/,
  ],
  ['a path item that is null', 'spec.json', withItem('null'), item],
  ['a path item that is a list', 'spec.json', withItem('[]'), item],
  [
    'an unknown method',
    'spec.json',
    withItem(`{"gett":${getter}}`),
    /^#\/paths\/~1things: "gett" is not a field/,
  ],
  [
    'a path without a slash',
    'spec.json',
    json((text) => text.replace('/things', 'things')),
    /^#\/paths\/things: /,
  ],
  [
    'paths that are a list',
    'spec.json',
    json((text) => text.replace('"paths"', '"paths":[],"x-paths"')),
    /^#\/paths: /,
  ],
  ['an operation that is a list', 'spec.json', withGet('[]'), get],
  ['an operation that is a text', 'spec.json', withGet('"nope"'), get],
  ['an operation that is null', 'spec.json', withGet('null'), get],
  [
    'parameters that are a text',
    'spec.json',
    withGet('{"parameters":"a","responses":{}}'),
    /\/get\/parameters: /,
  ],
  [
    'parameters that are an object',
    'spec.json',
    withGet('{"parameters":{},"responses":{}}'),
    /\/get\/parameters: /,
  ],
  [
    'a parameter that is null',
    'spec.json',
    withGet('{"parameters":[null],"responses":{}}'),
    /\/get\/parameters\/0: /,
  ],
  ['no responses', 'spec.json', withGet('{}'), /\/get\/responses: .+ It is missing\.$/],
  [
    'responses that are null',
    'spec.json',
    withGet('{"responses":null}'),
    /\/get\/responses: .+ It is null\.$/,
  ],
  ['a response that is null', 'spec.json', withGet('{"responses":{"200":null}}'), /\/responses\/200: /],
  ['a status there is not', 'spec.json', withGet('{"responses":{"2000":{}}}'), /\/responses\/2000: /],
  [
    'a body that is null',
    'spec.json',
    withGet('{"requestBody":null,"responses":{}}'),
    /\/get\/requestBody: /,
  ],
  [
    'content that is a text',
    'spec.json',
    withGet('{"responses":{"200":{"content":"a"}}}'),
    /\/200\/content: /,
  ],
  [
    'a media type that is null',
    'spec.json',
    withGet('{"responses":{"200":{"content":{"a/b":null}}}}'),
    /\/a~1b: /,
  ],
  [
    'a schema of a body that is a text',
    'spec.json',
    withGet('{"responses":{"200":{"content":{"a/b":{"schema":"a"}}}}}'),
    /\/a~1b\/schema: /,
  ],
  [
    'a named schema that is null',
    'spec.json',
    withSchemas('"Other":null'),
    /^#\/components\/schemas\/Other: /,
  ],
  [
    'an operationId twice',
    'spec.json',
    withItem(`{"get":${getter},"put":${getter}}`),
    /^#\/paths\/~1things\/put\/operationId: "getThing" is taken/,
  ],
  [
    'an operationId that is a number',
    'spec.json',
    withGet('{"operationId":7,"responses":{}}'),
    /\/get\/operationId: /,
  ],
  ['security that is a text', 'spec.json', withTop('"security":"all"'), /^#\/security: /],
  ['a server without a URL', 'spec.json', withTop('"servers":[{"url":"http://["}]'), /^#\/servers\/0\/url: /],
  [
    'a version that is an object',
    'spec.json',
    json((text) => text.replace('"version":"1"', '"version":{}')),
    /^#\/info\/version: /,
  ],
  [
    'a field named __proto__',
    'spec.json',
    json((text) => text.replace('"name"', '"__proto__"')),
    /^#\/components\/schemas\/Thing\/properties\/__proto__: /,
  ],
  [
    'a field named __proto__ in YAML',
    'spec.yaml',
    json((text) => text.replace('"name"', '__proto__')),
    /\/properties\/__proto__: /,
  ],
  [
    'a field named constructor',
    'spec.json',
    json((text) => text.replace('"name"', '"constructor"')),
    /\/properties\/constructor: /,
  ],
  [
    'a schema named __proto__',
    'spec.json',
    withSchemas('"__proto__":{}'),
    /^#\/components\/schemas\/__proto__: /,
  ],
  [
    'a path named __proto__',
    'spec.json',
    json((text) => text.replace('"/things"', '"__proto__"')),
    /^#\/paths\/__proto__: /,
  ],
  [
    'a parameter named __proto__',
    'spec.json',
    withGet('{"parameters":[{"in":"query","name":"__proto__"}],"responses":{}}'),
    /\/parameters\/0\/name: /,
  ],
  ['a $ref to itself', 'spec.json', withName(ref('#/components/schemas/Thing/properties/name')), field],
  [
    '$refs in a circle',
    'spec.json',
    withSchemas(`"A":${ref('#/components/schemas/B')},"B":${ref('#/components/schemas/A')}`),
    /^#\/components\/schemas\/[AB]: /,
  ],
  [
    'paths that refer to themselves',
    'spec.json',
    json((text) => text.replace('"paths"', '"paths":{"$ref":"#/paths"},"x-paths"')),
    /^#\/paths: .+ leads back/,
  ],
  [
    'a sample that refers to itself',
    'spec.json',
    withName(
      `{"example":${ref('#/components/schemas/Thing/properties/name/example')},"items":${ref('#/components/schemas/Thing/properties/name/example')}}`,
    ),
    /leads back/,
  ],
  ['a $ref to nothing', 'spec.json', withName(ref('#/components/schemas/Nothing')), field],
  ['a $ref into a prototype', 'spec.json', withName(ref('#/__proto__')), field],
  ['a $ref with a broken escape', 'spec.json', withName(ref('#/%E0%A4%A')), field],
  [
    'a $ref to the network',
    'spec.json',
    withName(ref('https://example.invalid/a.json')),
    /name: \$ref points outside/,
  ],
  ['a $ref to a file', 'spec.json', withName(ref('file:///etc/hosts')), /name: \$ref points outside/],
  ['a $ref that is a number', 'spec.json', withName('{"$ref":7}'), field],
  ['a $ref that is a list', 'spec.json', withName('{"$ref":["a"]}'), field],
  ['a $ref that is empty', 'spec.json', withName(ref('')), field],
  ['a pattern that does not compile', 'spec.json', withName('{"pattern":"(["}'), field],
  ['a pattern that is a number', 'spec.json', withName('{"pattern":7}'), field],
  ['a field that is null', 'spec.json', withName('null'), field],
  ['an enum that is a text', 'spec.json', withName('{"enum":"a"}'), field],
  [
    'one $id twice',
    'spec.json',
    withSchemas('"A":{"$id":"a:b"},"B":{"$id":"a:b","type":"null"}'),
    /^: its schemas cannot be told apart/,
  ],
];

/** Documents that are unusual and fine. */
export const sane: readonly (readonly [string, string, string])[] = [
  ['a byte order mark in JSON', 'spec.json', `\ufeff${sound}`],
  ['a byte order mark in YAML', 'spec.yaml', `\ufeff${sound}`],
  ['CRLF', 'spec.yaml', sound.replaceAll(',', ',\r\n')],
  ['an alias', 'spec.yaml', yaml('"x-a": &a {"b": 1}, "x-b": *a')],
  ['90 levels of schemas', 'spec.json', withName(nestedSchemas(90))],
];

/** Writes a document to a folder of its own and gives its path. */
export function specFile(file: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'oms-spec-'));
  const path = join(folder, file);
  writeFileSync(path, content);
  return path;
}
