// The part of a new operation in the code: model, resource method, sandbox rule and contract test.
import { resourceMethod } from './resource-method.mjs';

/** Plans the edits below packages/. */
export function codeEdits(plan, { edit }) {
  const { operationId, schema, params, resource, summary } = plan;
  const models = [
    [schema, schema, summary],
    ...(params ? [[`${params}Params`, `${params}Request`, `What goes in: ${summary.toLowerCase()}`]] : []),
  ];
  edit('packages/client/src/models.ts', (text) =>
    models
      .filter(([name]) => !text.includes(`type ${name} `))
      .reduce(
        (all, [name, from, doc]) => `${all}\n/** ${doc}. */\nexport type ${name} = Schemas['${from}'];\n`,
        text,
      ),
  );
  const names = models.map(([name]) => name);
  edit('packages/client/src/index.ts', (text, file) => importing(text, file, names, './models.js'));
  edit(`packages/client/src/resources/${resource}.ts`, (text, file) =>
    into(
      importing(text, file, names, '../models.js'),
      file,
      /\n\}\s*$/,
      (end) => `\n\n${resourceMethod(plan)}${end}`,
    ),
  );
  edit('packages/mock-server/src/sandbox/operations.ts', (text, file) =>
    into(
      text,
      file,
      /^ {4}createToken,\n/m,
      (line) => `${line}    ${operationId}: () => jsonAnswer(501, { code: 'no_rule_for_${operationId}' }),\n`,
    ),
  );
  edit('packages/contract-tests/src/calls.ts', (text, file) => {
    if (text.includes(`\n    ${operationId}: {`)) throw new Error(`${operationId} is in ${file} already.`);
    return into(text, file, /\n {2}\};\n\}\s*$/, (end) => `\n${call(operationId)}${end}`);
  });
}

function into(text, file, place, replace) {
  if (!place.test(text))
    throw new Error(
      `${file} no longer looks as expected; add the operation there by hand, or fix scripts/new-operation/.`,
    );
  return text.replace(place, replace);
}

/** Adds names to a list of types that a file imports or exports from a module. */
function importing(text, file, names, module) {
  const list = new RegExp(`((?:im|ex)port type \\{)([^}]*)(\\} from '${module.replaceAll('.', '\\.')}';)`);
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

/** Calls that fail, because a call that is left out is not noticed where it is missing. */
function call(operationId) {
  return `    ${operationId}: {
      resource: () => Promise.reject(new Error('Call ${operationId} through its resource method here.')),
      raw: () => Promise.reject(new Error('Call ${operationId} through the path client here.')),
    },`;
}
