import { describe, expect, test } from 'vitest';
import { printChanges } from '../src/spec-diff/print-changes.js';
import { changesBy, get, post } from './small-spec.js';

describe('a change of a shared schema', () => {
  const changes = changesBy(({ components }) =>
    Object.assign(components.schemas['Thing'] ?? {}, { required: ['name'] }),
  );

  test('is reported at each operation, in the direction it is used there', () => {
    expect(changes.map(({ operation, severity, place }) => [operation, severity, place])).toEqual([
      ['POST /things', 'breaking', 'the request body: name'],
      ['POST /things', 'compatible', 'the response 201: name'],
      ['GET /things/{id}', 'compatible', 'the response 200: [].name'],
      ['event thing.made', 'compatible', 'the body of the event: name'],
    ]);
  });

  test('is printed once for each direction', () => {
    expect(printChanges(changes)).toBe(`**Breaking**

- \`Thing.name\` must be sent now: \`POST /things\`

**Compatible**

- \`Thing.name\` is always there now: \`POST /things\`, \`GET /things/{id}\`, \`event thing.made\`
`);
  });
});

test('words that changed are one line for each schema, and one for what is the same elsewhere', () => {
  const changes = changesBy((document) => {
    document.components.schemas['Thing'] = {
      ...document.components.schemas['Thing'],
      description: 'A thing.',
      properties: {
        name: { type: 'string', examples: ['a'], 'x-oms-source': 'a' },
        next: { description: 'b' },
      },
    };
    for (const operation of [post(document), get(document)]) Object.assign(operation, { summary: 'Do it' });
    for (const status of ['201', '409'])
      Object.assign(post(document).responses[status] ?? {}, { description: 'x' });
  });

  expect(printChanges(changes.filter(({ severity }) => severity === 'docs'))).toBe(`**Documentation**

- the operation has a different summary: \`POST /things\`, \`GET /things/{id}\`
- the response 201, 409 has a different description: \`POST /things\`
- \`Thing\` has a different description, examples, marks: \`name\`, \`next\`
`);
});

test('of many places the first are printed', () => {
  const changes = changesBy((document) => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) Object.assign(document.webhooks, { [name]: { post: {} } });
  });
  expect(printChanges(changes)).toContain('- the event is new: `event a`, `event b`, `event c` and 2 more\n');
});

test('a spec is the same as itself', () => {
  expect(printChanges(changesBy(() => undefined))).toBe('No change of the spec.\n');
});

test('a name of the spec cannot start a line or a tag of the note', () => {
  const name = 'a\n# b\u2028<img>';
  const changes = changesBy((d) => Object.assign(d.webhooks, { [name]: { post: {} } }));
  expect(printChanges(changes)).toContain('- the event is new: `event a # b &lt;img>`\n');
});
