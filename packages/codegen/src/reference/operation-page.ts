import { type ClientMethod, signature } from './client-methods.js';
import type { ErrorClass } from './error-classes.js';
import { fieldRows, fieldText, typeText } from './field-rows.js';
import { code, fence, json, page, prose, table } from './markdown.js';
import { curationLinks, meaningOf } from './marks.js';
import { snippet } from './snippet.js';
import type { BodyView, OperationView, ResponseView, SpecView } from './spec-view.js';

/** What the page of an operation needs beside the operation. */
export interface PageContext {
  readonly spec: SpecView;
  readonly methods: readonly ClientMethod[];
  readonly errors: readonly ErrorClass[];
}

/** The page of one operation: what it does, the call, request, responses, errors and sources. */
export function operationPage(operation: OperationView, context: PageContext): string {
  const { method, path, responses, sources } = operation;
  const isGood = ({ status }: ResponseView) => !/^[45]/.test(status);
  return page(
    `# ${prose(operation.summary)}`,
    code(`${method} ${path}`),
    prose(operation.description),
    confidenceLine(operation),
    ...sdkSections(operation, context),
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

/** How sure an operation is, and what that means. */
export function confidenceLine(operation: OperationView): string {
  const confidence = operation['x-oms-confidence'] ?? 'unmarked';
  const reasons = curationLinks({ 'x-oms-curation': operation['x-oms-curation'] ?? [] });
  return `*${prose(confidence)}* ${meaningOf(confidence)} ${reasons}`.trim();
}

function sdkSections(operation: OperationView, { spec, methods }: PageContext): string[] {
  const http = `${operation.method} ${operation.path}`;
  const method = methods.find((candidate) => candidate.http === http);
  const heading = '## Call it';
  if (method === undefined) {
    return [
      heading,
      `No resource method yet; ${code(`oms.raw.${operation.method}('${operation.path}')`)} calls it.`,
    ];
  }
  return [
    heading,
    fence('ts', snippet(method, operation, spec)),
    code(`oms.${signature(method)}`),
    prose(method.text),
  ];
}

function requestSections({ parameters, body }: OperationView, spec: SpecView): string[] {
  const rows = parameters.map(({ name, required, in: place, schema = {}, ...own }) => {
    const label = required === true ? `${code(name)} **required**` : code(name);
    return [label, prose(place), typeText(schema, spec), fieldText({ ...schema, ...own })];
  });
  return [
    ...(rows.length === 0 ? [] : ['## Parameters', table(['name', 'in', 'type', 'meaning'], rows)]),
    ...(body === undefined ? [] : ['## Request body', ...bodySections(body, spec)]),
  ];
}

function responseSections(response: ResponseView, spec: SpecView): string[] {
  const { status, description, body } = response;
  return [
    `## Response ${prose(status)}`,
    [prose(description), curationLinks(response)].join(' ').trim(),
    ...(body === undefined ? ['No body.'] : bodySections(body, spec)),
  ];
}

/** Fields of a body, its first example, and the names of the others. */
export function bodySections({ schema, examples }: BodyView, spec: SpecView): string[] {
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

function errorSection(responses: readonly ResponseView[], errors: readonly ErrorClass[]): string {
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
export function sourceLink(source: string): string {
  return /^https:\/\/[\w./~-]+$/.test(source) ? `<${source}>` : prose(source);
}
