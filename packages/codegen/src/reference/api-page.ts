import { join } from 'node:path';
import ts from 'typescript';
import { code, page, prose } from './markdown.js';
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
