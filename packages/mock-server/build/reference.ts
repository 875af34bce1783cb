// Writes the reference of the mock server from its tables and doc comments; with --check, compares it and exits 1 when a page
// is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, type Option } from 'commander';
import { code, page, prose, table } from '../../codegen/src/reference/markdown.js';
import { type Documented, membersOf, propertiesOf } from '../../codegen/src/reference/sources.js';
import { addOptions } from '../src/cli/command-options.js';
import { faultKinds, fieldChecks } from '../src/faults/fault-kinds.js';
import adminApi from '../src/http/admin/admin-api.json' with { type: 'json' };
import { errorResponse } from '../src/http/refusal.js';
import { type Dialect, dialectPresets, dialectSwitches, readDialect } from '../src/sandbox/dialect.js';
import { codeTable } from '../src/violations/code-table.js';
import { schemaRules } from '../src/violations/schema-rules.js';

const source = (file: string) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));
const reference = fileURLToPath(new URL('../../../docs/reference/', import.meta.url));
const pages = {
  'violation-codes.md': violationsPage(),
  'faults.md': faultsPage(),
  'dialects.md': dialectsPage(),
  'mock-server.md': serverPage(),
};

for (const [name, text] of Object.entries(pages)) {
  const file = reference + name;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`Stale: docs/reference/${name}.\nRun \`npm run generate\` and commit the result.\n`);
    process.exitCode = 1;
  }
}

/** One page for every violation code. */
function violationsPage(): string {
  const codes = [...codeTable].sort(([left], [right]) => (left < right ? -1 : 1));
  const others = codes.filter(([name]) => !ruleOf(name));
  const places = [...new Set(codes.filter(([name]) => ruleOf(name)).map(([name]) => placeOf(name)))];
  const rules = Object.entries(schemaRules).sort(([left], [right]) => (left < right ? -1 : 1));
  return page(
    '# Violation codes',
    `What the mock server reports when a message breaks the contract; \`oms-mock explain <code>\` prints the same. A request
that breaks it gets a response with the status shown. An \`error\` breaks the contract; a \`warning\` is
probably a mistake of the caller; a \`notice\` is worth knowing and nobody's mistake.`,
    '## Rules of JSON Schema',
    `The first part of the code says where, the second which rule: \`request.body.enum\`. The places are
${places.map(code).join(', ')}. A request gets a 422 for its body and a 400 for anything else.`,
    table(
      ['rule', 'meaning'],
      rules.map(([rule, meaning]) => [code(rule), prose(meaning)]),
    ),
    '## Other rules',
    table(
      ['code', 'response', 'meaning'],
      others.map(([name, { severity, status, explanation }]) => {
        return [code(name), status === undefined ? severity : String(status), prose(explanation)];
      }),
    ),
  );
}

function placeOf(name: string): string {
  return name.split('.').slice(0, 2).join('.');
}

/** Whether a code is that of a schema rule: their explanations begin with the place. */
function ruleOf(name: string): boolean {
  const rule = name.split('.').slice(2).join('.');
  const text = Object.hasOwn(schemaRules, rule) ? schemaRules[rule as keyof typeof schemaRules] : undefined;
  return text !== undefined && codeTable.get(name as never)?.explanation.endsWith(text) === true;
}

/** One page for everything that can go wrong on purpose. */
function faultsPage(): string {
  const kinds = propertiesOf(source('faults/fault-kinds.ts'), 'faultKinds');
  const fields = propertiesOf(source('faults/fault-kinds.ts'), 'fieldChecks');
  const fieldsOf = (kind: string) => faultKinds[kind as keyof typeof faultKinds].fields.map(code).join(', ');
  return page(
    '# Faults',
    `What can go wrong on purpose. A rule is an object, or a text of the form \`kind; field=value; …\`; a value right behind the
kind (\`status=503\`) sets its first field. [Break the network on purpose](../guides/faults.md) shows rules
at work.`,
    '## Kinds',
    table(
      ['kind', 'fields', 'what happens'],
      kinds.map(({ name, text }) => [code(name), fieldsOf(name), prose(text)]),
    ),
    '## Fields',
    `\`operation\`, \`nth\`, \`every\`, \`first\` and \`probability\` choose the calls that are hit; \`event\` chooses deliveries.
Set at most one of \`nth\`, \`every\` and \`first\`; \`probability\` combines with each.`,
    table(
      ['field', 'value', 'default', 'meaning'],
      fields.map(({ name, text, preset }) => {
        return [code(name), prose(fieldChecks[name]?.says), prose(preset), prose(text)];
      }),
    ),
  );
}

/** One page for the readings that the sandbox can play. */
function dialectsPage(): string {
  const switches = propertiesOf(source('sandbox/dialect.ts'), 'dialectSwitches');
  const dialects = dialectPresets.map((preset) => readDialect(preset));
  return page(
    '# Dialects',
    `No public page settles everything that code depends on. The sandbox reads it as the spec does, and plays the other
plausible readings on request, so that an integration works whichever is true. The preset \`documented\` is the spec;
\`v0.11\` is what third parties have seen of a later version; \`precedent\` is another provider's API with the same
customer model, which proves nothing about OMS and is the only dialect with values of it. The client passes its contract
suite in each preset, and with each value that no preset has.`,
    `The option \`dialect\` takes a preset, an object such as \`{ preset: 'v0.11', errors: 'info' }\`, or a text such as
\`v0.11, errors=info\`. So do \`--dialect\`, \`dialect:\` in a file of data to begin with, \`sandbox.setDialect()\` and
\`POST /__oms/dialect\`, the last two until \`reset()\`. Responses and events are checked in every dialect: against the spec
with what the dialect says otherwise, as \`GET /__oms/spec\` shows it.`,
    '## Switches',
    table(
      ['switch', 'values', ...dialectPresets.map(code), 'meaning'],
      switches.map(({ name, text }) => {
        const { values, section } = dialectSwitches[name as keyof typeof dialectSwitches];
        const inPresets = dialects.map((dialect) => code(String(dialect[name as keyof Dialect])));
        const sources = `[Sources](../../openapi/CURATION.md#${section}).`;
        return [
          code(name),
          values.map((value) => code(String(value))).join(', '),
          ...inPresets,
          `${prose(text)} ${sources}`,
        ];
      }),
    ),
    '## Error bodies',
    'The same refusal in every shape:',
    table(
      ['`errors`', 'body'],
      dialectSwitches.errors.values.map((errors) => [code(errors), code(sampleError(errors))]),
    ),
    '## Events',
    `By itself, the sandbox sends \`customer.endorsement.granted\` alone, the event that is documented. With \`events\` of
\`v0.11\` it sends in its place: \`endorsement.active\` when an endorsement becomes active, \`endorsement.updated\` when one
changes in any other way, \`wallet.provisioned\` for a new wallet, and \`externalAccount.created\`,
\`externalAccount.verified\` and \`externalAccount.statusChanged\` for a new external account. Any event of the spec can be
sent by \`sandbox.trigger()\` in every dialect.`,
  );
}

function sampleError(errors: Dialect['errors']): string {
  const details = ['email', 'phone'].map((name) => ({
    location: `body.${name}`,
    code: 'format',
    message: 'Is wrong.',
  }));
  const refusal = { status: 422, message: 'The request body is not valid.', details };
  return String(errorResponse('req_1', refusal, { errors, invalidBody: 422 }).body);
}

/** One page for the server in a program, the command, and the admin routes. */
function serverPage(): string {
  const members = [
    ...membersOf(source('server.ts'), 'MockServer').filter(
      ({ name }) => !['sandbox', 'faults'].includes(name),
    ),
    ...prefixed('sandbox.', membersOf(source('sandbox/sandbox-controls.ts'), 'SandboxControls')).filter(
      ({ name }) => name !== 'sandbox.scenarios',
    ),
    ...prefixed('sandbox.scenarios.', membersOf(source('sandbox/rules/scenarios.ts'), 'ScenarioControls')),
    ...prefixed('faults.', membersOf(source('faults/faults.ts'), 'FaultControls')),
  ];
  return page(
    '# The mock server',
    `What a running server offers in a program, the options of the command \`oms-mock\`, and the admin routes. The options of
\`startMockServer\` are under [Options](options.md#startmockserveroptions).`,
    '## Members of the server',
    'What `await startMockServer()` resolves to.',
    table(
      ['member', 'meaning'],
      members.map(({ name, text }) => [code(name), prose(text)]),
    ),
    '## Options of the command',
    `\`oms-mock [sandbox | mock | proxy <url>]\`; without a mode, it is the sandbox. \`oms-mock --help\` lists the other commands.`,
    table(['option', 'default', 'meaning'], addOptions(new Command()).options.map(optionRow)),
    '## Admin routes',
    `Under \`/__oms/\`, with or without the base path before it. They are not part of the API and are not recorded.
\`GET /__oms/openapi.json\` describes what they take and return, for tools. A field that a route does not have gets a 400.
\`HEAD\` works wherever \`GET\` does.`,
    table(['route', 'body', 'meaning'], adminRows()),
  );
}

function prefixed(prefix: string, members: Documented[]): Documented[] {
  return members.map((member) => ({ ...member, name: prefix + member.name }));
}

function optionRow({ flags, description, defaultValue, envVar, argChoices }: Option): string[] {
  const [, text = '', named] = /^(.*?)(?: \(default: (\w+)\))?$/.exec(description) ?? [];
  const preset = named ?? (Array.isArray(defaultValue) ? undefined : defaultValue);
  const none = flags.includes('<') ? 'none' : 'off';
  const shown = envVar ?? (preset === undefined || preset === false ? undefined : String(preset));
  const choices = argChoices === undefined ? '' : `: ${argChoices.map(code).join(', ')}`;
  const sentence = text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return [code(flags), shown === undefined ? none : code(shown), `${prose(sentence)}${choices}`];
}

/** What of the description of the admin routes is shown. */
interface AdminOperation {
  readonly summary: string;
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: AdminSchema } };
  };
}

interface AdminSchema {
  readonly $ref?: string;
  readonly oneOf?: readonly AdminSchema[];
  readonly properties?: object;
}

function adminRows(): string[][] {
  const paths: Readonly<Record<string, Readonly<Record<string, AdminOperation>>>> = adminApi.paths;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, requestBody }]) => {
      const fields =
        requestBody === undefined ? [] : fieldsOf(requestBody.content['application/json'].schema);
      return [code(`${method.toUpperCase()} ${path}`), fields.map(code).join(', '), prose(summary)];
    }),
  );
}

function fieldsOf({ $ref = '', oneOf = [], properties }: AdminSchema): string[] {
  const schemas: Readonly<Record<string, AdminSchema | object>> = adminApi.components.schemas;
  const named = schemas[$ref.split('/').at(-1) ?? ''];
  return [...Object.keys(properties ?? {}), ...(named ? fieldsOf(named) : []), ...oneOf.flatMap(fieldsOf)];
}
