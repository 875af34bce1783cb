// The part of a new operation in the code: model, resource method, sandbox rule and contract test.
import { wordsOf } from './operation-text.mjs';
import { resourceMethod } from './resource-method.mjs';

/** Plans the edits below packages/. */
export function codeEdits(plan, { edit }) {
  const models = modelsOf(plan);
  const names = models.map(([name]) => name);
  edit('packages/client/src/models.ts', (text) => withModels(text, models));
  edit('packages/client/src/index.ts', (text, file) => adding('export', text, file, names, './models.js'));
  edit(`packages/client/src/resources/${plan.resource}.ts`, (text, file) =>
    withMethod(withImports(text, file, names, plan), file, plan),
  );
  edit('packages/mock-server/src/sandbox/rules/operations.ts', (text, file) =>
    withSandboxHandler(text, file, plan),
  );
  edit('packages/contract-tests/src/calls.ts', (text, file) => withCall(text, file, plan));
}

/** Name, base and doc comment of each type. */
function modelsOf({ operationId, verb, schema, isList, response, params }) {
  const { one, many } = wordsOf(schema);
  const models = [[schema, `Schema<'${schema}'>`, one.replace(/^a/, 'A')]];
  if (isList) {
    models.push([
      `${schema}ListParams`,
      `PageQuery<QueryOf<'${operationId}'>>`,
      `Position of a page of ${many}`,
    ]);
    models.push([response, `Schema<'${response}'>`, `One page of ${many}`]);
  }
  if (params)
    models.push([
      `${params}Params`,
      `Schema<'${params}Request'>`,
      `What ${verb === 'update' ? 'changes' : 'creates'} ${one}`,
    ]);
  return models;
}

function withModels(text, models) {
  const missing = models.filter(([name]) => !new RegExp(`(?:type|interface) ${name} `).test(text));
  const types = missing.map(
    ([name, base, doc]) => `/** ${doc}. */\nexport interface ${name} extends ${base}, Named {}\n`,
  );
  return types.length === 0 ? text : `${text}\n${types.join('')}`;
}

function withImports(text, file, models, { isList }) {
  const promise = isList ? 'PagePromise' : 'ApiPromise';
  return adding(
    'import',
    adding('import', text, file, models, '../models.js'),
    file,
    [promise],
    '../calls/api-promise.js',
  );
}

function withMethod(text, file, plan) {
  return into(text, file, /\n\}\s*$/, (end) => `\n\n${resourceMethod(plan)}${end}`);
}

function withSandboxHandler(text, file, { operationId }) {
  const handler = `    ${operationId}: () => jsonResponse(501, { code: 'no_rule_for_${operationId}' }),\n`;
  return into(text, file, /^ {4}createToken,\n/m, (line) => line + handler);
}

function withCall(text, file, { operationId }) {
  if (text.includes(`\n    ${operationId}: {`)) throw new Error(`${operationId} is already in ${file}.`);
  return into(text, file, /\n {2}\};\n\}\s*$/, (end) => `\n${call(operationId)}${end}`);
}

function into(text, file, place, replace) {
  if (!place.test(text))
    throw new Error(
      `${file} no longer looks as expected; add the operation there by hand, or fix scripts/new-operation/.`,
    );
  return text.replace(place, replace);
}

/** Adds names to a list of types that a file imports or exports from a module. */
function adding(keyword, text, file, names, module) {
  const list = new RegExp(`(${keyword} type \\{)([^}]*)(\\} from '${module.replaceAll('.', '\\.')}';)`);
  return into(text, file, list, (_all, start, known, end) => {
    const all = new Set([
      ...known
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
      ...names,
    ]);
    return `${start} ${[...all].join(', ')} ${end}`;
  });
}

/** Calls that fail until they are written, so that none is forgotten. */
function call(operationId) {
  return `    ${operationId}: {
      resource: () => Promise.reject(new Error('Call ${operationId} through its resource method here.')),
      byPath: () => Promise.reject(new Error('Call ${operationId} through openapi-fetch here.')),
    },`;
}
