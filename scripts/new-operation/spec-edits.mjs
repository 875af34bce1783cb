// The part of a new operation in the spec: a path, its schemas and their examples. Lint refuses each until it is filled in.
import { exampleName, operationText } from './operation-text.mjs';

/** Plans the files below openapi/. */
export function specEdits(plan, { edit, create, exists, read }) {
  const { method, path, schema, params } = plan;
  const root = 'openapi/openapi.yaml';
  const known = new RegExp(`^  ${path.replace(/[{}/]/g, '\\$&')}:\\n    \\$ref: (paths/.+)$`, 'm').exec(
    read(root),
  )?.[1];
  if (known === undefined) {
    const file = `paths/${pathName(path, exists)}.yaml`;
    edit(root, (text) => text.replace(/^webhooks:$/m, `  ${path}:\n    $ref: ${file}\nwebhooks:`));
    create(`openapi/${file}`, operationText(plan));
  } else {
    edit(`openapi/${known}`, (text, file) => {
      if (!new RegExp(`^${method.toLowerCase()}:`, 'm').test(text)) return text + operationText(plan);
      throw new Error(`${method} ${path} is already in ${file}.`);
    });
  }
  for (const name of [schema, params && `${params}Request`].filter(Boolean)) {
    if (exists(`openapi/schemas/${name}.yaml`)) continue;
    create(
      `openapi/schemas/${name}.yaml`,
      "type: object\ndescription: ''\nrequired:\n  - id\nproperties: {}\n",
    );
    create(`openapi/examples/${exampleName(name)}.json`, '{\n  "summary": "",\n  "value": {}\n}\n');
  }
}

const pathName = (path, exists) => {
  const name = path
    .replace(/\{[^}]*\}/g, '')
    .split('/')
    .filter(Boolean)
    .join('-');
  return exists(`openapi/paths/${name}.yaml`) ? `${name}-item` : name;
};
