import type { Body, Operation, Response, SpecModel } from '../model/spec-model.js';
import type { ErrorClass } from './errors-page.js';
import { curationLinks, fieldRows, fieldText, typeText } from './field-rows.js';
import { curlSnippet, pythonSnippet, takesIdempotencyKey } from './http-snippets.js';
import { code, fence, json, page, prose, table } from './markdown.js';
import { fileOf, versionLine } from './reference-facts.js';
import { snippet } from './snippet.js';
import { type ClientMethod, signature } from './sources.js';

/** What the page of an operation needs beside the operation. */
export interface PageContext {
  readonly spec: SpecModel;
  readonly methods: readonly ClientMethod[];
  readonly errors: readonly ErrorClass[];
}

/** The page of one operation: what it does, the call, request, responses, errors and sources. */
export function operationPage(operation: Operation, context: PageContext): string {
  const { name, responses, sources } = operation;
  const isGood = ({ status }: Response) => !/^[45]/.test(status);
  return page(
    `# ${prose(operation.summary)}`,
    code(name),
    prose(operation.description),
    `${confidenceLine(operation)} ${versionLine(context.spec)}`,
    ...callSections(operation, context),
    ...requestSections(operation, context.spec),
    ...responses.filter(isGood).flatMap((response) => responseSections(response, context.spec)),
    errorSection(
      responses.filter((response) => !isGood(response)),
      context.errors,
    ),
    '## Sources',
    sources.map((source) => `- ${sourceLink(source)}`).join('\n'),
  );
}

const meanings: Readonly<Record<string, string>> = {
  documented: 'A public page of v0.9 says so.',
  inferred: 'No page says so; it follows from prose, samples or a similar endpoint.',
  'third-party': "Known only from other people's code or notes.",
  precedent: "Known only from another provider's API with the same customer model.",
  preview: 'Announced, but not available in v0.9.',
};

/** What a confidence means, in a few words. */
function meaningOf(confidence: string): string {
  return meanings[confidence] ?? 'Not stated.';
}

/** How sure an operation is, and what that means. */
function confidenceLine(operation: Operation): string {
  const confidence = operation['x-oms-confidence'] ?? 'unmarked';
  const reasons = curationLinks({ 'x-oms-curation': operation['x-oms-curation'] ?? [] });
  return `*${prose(confidence)}* ${meaningOf(confidence)} ${reasons}`.trim();
}

/** The call in each language, in blocks whose labels the website turns into tabs. */
function callSections(operation: Operation, { spec, methods }: PageContext): string[] {
  const method = methods.find((candidate) => candidate.http === operation.name);
  const inTypeScript =
    method === undefined
      ? `No resource method yet; ${code(`openapiFetch(oms).${operation.method}('${operation.path}')`)} calls it.`
      : fence('ts [TypeScript]', snippet(method, operation, spec));
  return [
    '## Call it',
    inTypeScript,
    fence('sh [curl]', curlSnippet(operation)),
    fence('python [Python]', pythonSnippet(operation, spec)),
    withoutClient(operation, spec),
    ...(method === undefined ? [] : [code(`oms.${signature(method)}`), prose(method.text)]),
  ];
}

/** What the programs without the client take for granted. */
function withoutClient(operation: Operation, spec: SpecModel): string {
  const exchange = spec.operations.find(({ security }) => security.length === 0);
  const token = `\`OMS_BASE_URL\` and \`OMS_ACCESS_TOKEN\`${exchange === undefined ? '' : ` ([get one](${fileOf(exchange)}))`}`;
  const key = '`OMS_BASE_URL`, `OMS_API_KEY` and `OMS_API_SECRET`';
  return [
    `curl and Python read ${operation.security.length === 0 ? key : token} from the environment.`,
    ...(takesIdempotencyKey(operation) ? [keyLine] : []),
    'The client also renews the token and retries; without it, [both are up to you](../guides/any-language.md).',
  ].join('\n');
}

const keyLine =
  'Make one idempotency key for each write, and keep it for its retries: curl reads it from `OMS_IDEMPOTENCY_KEY`.';

function requestSections({ parameters, body }: Operation, spec: SpecModel): string[] {
  const rows = parameters.map(({ name, required, in: place, schema = {}, ...own }) => {
    const label = required === true ? `${code(name)} **required**` : code(name);
    return [label, prose(place), typeText(schema, spec), fieldText({ ...schema, ...own })];
  });
  return [
    ...(rows.length === 0 ? [] : ['## Parameters', table(['name', 'in', 'type', 'meaning'], rows)]),
    ...(body === undefined ? [] : ['## Request body', ...bodySections(body, spec)]),
  ];
}

function responseSections(response: Response, spec: SpecModel): string[] {
  const { status, description, body } = response;
  return [
    `## Response ${prose(status)}`,
    [prose(description), curationLinks(response)].join(' ').trim(),
    ...(body === undefined ? ['No body.'] : bodySections(body, spec)),
  ];
}

/** Fields of a body, its first example, and the names of the others. */
function bodySections({ schema, examples }: Body, spec: SpecModel): string[] {
  const [[name, value] = [], ...others] = Object.entries(examples);
  return [
    prose(spec.resolve(schema).description),
    table(['field', 'type', 'meaning'], fieldRows(schema, spec)),
    ...(name === undefined ? [] : [`Example ${code(name)}:`, json(value)]),
    others.length === 0
      ? ''
      : `More examples in \`openapi/examples/\`: ${others.map(([other]) => code(other)).join(', ')}.`,
  ];
}

function errorSection(responses: readonly Response[], errors: readonly ErrorClass[]): string {
  const rows = responses.map(({ status, description, body }) => {
    const known =
      errors.find((error) => error.status === status) ??
      errors.find(({ status: family }) => family === `${status[0]}xx`);
    const name = known === undefined ? '' : `[${known.name}](errors.md#${known.name.toLowerCase()})`;
    return [
      code(status),
      name,
      prose(description),
      Object.keys(body?.examples ?? {})
        .map(code)
        .join(', '),
    ];
  });
  return rows.length === 0 ? '' : `## Errors\n\n${table(['status', 'error', 'when', 'examples'], rows)}`;
}

/** A source as text; addresses lead there. */
function sourceLink(source: string): string {
  return /^https:\/\/[\w./~-]+$/.test(source) ? `<${source}>` : prose(source);
}

/** One page for all events that OMS sends. */
export function webhookPage(spec: SpecModel): string {
  return page(
    '# Webhook events',
    `OMS sends these to your webhook endpoints. Verify each delivery before you read it; the
[webhooks guide](../guides/webhooks.md) shows how. Names and bodies differ between versions of the documentation, so
expect events that are not listed here. ${versionLine(spec)}`,
    ...spec.events.flatMap((event) => eventSections(event, spec)),
  );
}

function eventSections(event: Operation, spec: SpecModel): string[] {
  const isPlain = /^[\w.]+$/.test(event.path);
  return [
    `## ${prose(event.path)}`,
    [prose(`${event.summary}.`), prose(event.description)].join(' ').trim(),
    confidenceLine(event),
    isPlain ? fence('ts', handler(event.path)) : '',
    ...(event.body === undefined ? [] : bodySections(event.body, spec)),
    `Source: ${event.sources.map(sourceLink).join(', ')}.`,
  ];
}

function handler(name: string): string {
  return `import { createWebhookHandler } from '@oms-sdk/client/webhooks';

export const POST = createWebhookHandler({
  secret: process.env['OMS_WEBHOOK_SECRET'] ?? '',
  on: { '${name}': ({ event }) => console.log(event) },
});`;
}
