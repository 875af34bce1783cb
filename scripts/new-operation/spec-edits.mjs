// The part of a new operation in the spec: a path, its schemas and their examples. Lint refuses each until it is filled in.
import { exampleName, operationText, wordsOf } from './operation-text.mjs';

/** Plans the files below openapi/. */
export function specEdits(plan, { edit, create, exists, read }) {
  const { method, path, schema, isList, response, params } = plan;
  const root = 'openapi/openapi.yaml';
  const known = new RegExp(`^  ${path.replace(/[{}/]/g, '\\$&')}:\\n    \\$ref: (paths/.+)$`, 'm').exec(
    read(root),
  )?.[1];
  const text = operationText(
    plan,
    parameterFiles(plan, read(root), (path) => read(`openapi/${path}`)),
  );
  if (known === undefined) {
    const file = `paths/${pathName(path, exists)}.yaml`;
    edit(root, (before) => before.replace(/^webhooks:$/m, `  ${path}:\n    $ref: ${file}\nwebhooks:`));
    create(`openapi/${file}`, text);
  } else {
    edit(`openapi/${known}`, (before, file) => {
      if (!new RegExp(`^${method.toLowerCase()}:`, 'm').test(before)) return before + text;
      throw new Error(`${method} ${path} is already in ${file}.`);
    });
  }
  const request = params && `${params}Request`;
  const files = {
    [`schemas/${schema}.yaml`]: "type: object\ndescription: ''\nrequired:\n  - id\nproperties: {}\n",
    ...(isList && { [`schemas/${response}.yaml`]: pageText(schema) }),
    ...(request && { [`schemas/${request}.yaml`]: "type: object\ndescription: ''\nproperties: {}\n" }),
    ...(request && { [`examples/${exampleName(request)}.json`]: emptyExample }),
    [`examples/${exampleName(response)}.json`]: emptyExample,
  };
  for (const [file, content] of Object.entries(files))
    if (!exists(`openapi/${file}`)) create(`openapi/${file}`, content);
}

const emptyExample = '{\n  "summary": "",\n  "value": {}\n}\n';

/** The files of the path's parameters, by name, as other paths that begin like this one refer to them. */
function parameterFiles({ path, parameters }, document, read) {
  const paths = [...document.matchAll(/^ {2}(\/.*):\n {4}\$ref: (paths\/.+)$/gm)];
  const files = parameters.flatMap((name) => {
    const start = path.slice(0, path.indexOf(`{${name}}`) + name.length + 2);
    const near = paths.filter(([, other]) => `${other}/`.startsWith(`${start}/`));
    const references = near.flatMap(([, , file]) => read(file).match(/\.\.\/parameters\/\w+\.yaml/g) ?? []);
    const found = references.find((reference) => {
      const text = read(reference.slice(3));
      return text.includes(`name: ${name}\n`) && text.includes('in: path\n');
    });
    return found === undefined ? [] : [[name, found]];
  });
  return new Map(files);
}

/** The schema of a page. Its description and its marks are left out, and lint asks for them. */
function pageText(schema) {
  return `type: object
description: ''
required:
  - data
  - hasMore
properties:
  data:
    type: array
    description: The ${wordsOf(schema).many} of this page.
    items:
      $ref: ./${schema}.yaml
  hasMore:
    type: boolean
    description: Whether another page follows. Stop when it is false, whatever \`cursor\` is.
    examples:
      - false
  cursor:
    type:
      - string
      - 'null'
    description: Opaque position of the next page, to send as \`cursor\`. It may be null or missing on the last page.
    examples:
      - example-cursor-2
`;
}

const pathName = (path, exists) => {
  const name = path
    .replace(/\{[^}]*\}/g, '')
    .split('/')
    .filter(Boolean)
    .join('-');
  return exists(`openapi/paths/${name}.yaml`) ? `${name}-item` : name;
};
