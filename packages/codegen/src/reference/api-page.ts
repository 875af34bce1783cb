import { join } from 'node:path';
import ts from 'typescript';
import { code, page, prose, table } from './markdown.js';
import type { ReferenceFacts } from './reference-facts.js';
import { type ClientMethod, describe, parseSource, readClientMethods, signature } from './sources.js';

/** Every method of the client on one line: signature, request, confidence, what it does. */
export function apiPage(facts: ReferenceFacts, root: string): string {
  const resources = facts.resources.flatMap(({ name, text, methods }) => [
    `## ${name}`,
    prose(text),
    methodLines(methods, facts),
  ]);
  return page(
    '# API of @oms-sdk/client',
    `One line per method: signature · request · how certain the spec is · what it does. The
[reference](../../docs/reference/README.md) has the fields of each request and response.`,
    ...resources,
    '## The client itself',
    methodLines(readClientMethods(root), facts),
    '## @oms-sdk/client/webhooks',
    methodLines(webhookFunctions(root), facts, ''),
  );
}

/** One line of Markdown for each method. */
export function methodLines(
  methods: readonly ClientMethod[],
  { spec }: ReferenceFacts,
  prefix = 'oms.',
): string {
  const line = (method: ClientMethod) => {
    const operation = spec.operations.find(({ name }) => name === method.http);
    const confidence = operation?.['x-oms-confidence'] ?? 'not in the spec';
    const request = method.http === '' ? [] : [code(method.http), prose(confidence)];
    return `- ${[code(prefix + signature(method)), ...request, prose(method.text)].join(' · ')}`;
  };
  return methods.map(line).join('\n');
}

/** The functions that `@oms-sdk/client/webhooks` exports. */
export function webhookFunctions(root: string): ClientMethod[] {
  const folder = join(root, 'packages/client/src');
  return parseSource(join(folder, 'webhooks.ts'))
    .statements.filter(ts.isExportDeclaration)
    .flatMap((statement) => {
      const names = statement.exportClause?.getText() ?? '';
      const file = statement.moduleSpecifier?.getText().slice(1, -1).replace('.js', '.ts') ?? '';
      return parseSource(join(folder, file))
        .statements.filter(ts.isFunctionDeclaration)
        .filter(({ name }) => name !== undefined && new RegExp(`\\b${name.text}\\b`).test(names))
        .map((declaration) => describe(declaration, ''));
    });
}

const heading = '| method | request |';

/** The README with its table of methods as the sources have it; all else stays as it is. */
export function withMethodTable(readme: string, facts: ReferenceFacts): string {
  const start = readme.indexOf(`${heading}\n`);
  if (start === -1) throw new Error(`The client's README has no table "${heading}", which is generated.`);
  const end = readme.indexOf('\n\n', start);
  const methods = facts.resources.flatMap((resource) => resource.methods);
  const rows = methods.map((method) => [code(callOf(method)), code(method.http) + remarkOn(method, facts)]);
  return readme.slice(0, start) + table(['method', 'request'], rows) + readme.slice(end);
}

/** `wallets.list(customerId, params)`: options are the same for all and left out. */
function callOf({ name, parameters }: ClientMethod): string {
  const names = parameters.map((parameter) => parameter.name).filter((parameter) => parameter !== 'options');
  return `${name}(${names.join(', ')})`;
}

function remarkOn({ name, http }: ClientMethod, { spec }: ReferenceFacts): string {
  const operation = spec.operations.find((candidate) => candidate.name === http);
  if (name.includes('.waitFor')) return ', repeatedly';
  if (operation?.security.length === 0) return ' (the client does this for you)';
  return operation?.['x-oms-confidence'] === 'preview' ? ' (announced, not in v0.9)' : '';
}
