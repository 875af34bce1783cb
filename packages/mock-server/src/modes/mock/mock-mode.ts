import { firstAcceptable, isJson } from '../../http/media-type.js';
import type { ApiRequest, ApiResponse } from '../../http/message.js';
import { refuse } from '../../http/refusal.js';
import { type Content, type DeclaredResponse, type Operation, responseFor } from '../../spec/operation.js';
import type { Spec } from '../../spec/spec.js';
import type { Mode } from '../mode.js';

/** Responds with the named examples of the spec, as the `Prefer` header asks. */
export function mockMode(spec: Spec, seed: number): Mode {
  const keyed = spec.operations.map((operation) => [keyOf(operation), operation] as const);
  const operations = new Map(keyed);
  return {
    responseBlame: 'spec',
    async forward(request) {
      const operation = operations.get(keyOf(request));
      if (operation === undefined) throw new Error(`The spec has no ${keyOf(request)}`);
      const choice = choiceFor(operation, request);
      if (typeof choice === 'string') return refusePreference(request, choice);
      return (await chosenResponse(spec, choice, `${seed}:${request.id}`)) ?? cannotGenerate(request);
    },
  };
}

function keyOf({ method, template }: Pick<Operation, 'method' | 'template'>): string {
  return `${method} ${template}`;
}

function choiceFor(operation: Operation, { headers }: ApiRequest): Choice | string {
  const wanted = readPreferences(headers['prefer']);
  return typeof wanted === 'string' ? wanted : chooseResponse(operation, wanted, headers['accept']);
}

function refusePreference({ id }: ApiRequest, message: string): ApiResponse {
  const details = [{ location: 'header.prefer', code: 'preference', message }];
  return refuse(id, { status: 400, message: `The Prefer header cannot be followed. ${message}`, details });
}

function cannotGenerate({ id }: ApiRequest): ApiResponse {
  return refuse(id, {
    status: 500,
    message: 'No body of a reasonable size that keeps the schema could be generated.',
  });
}

/** The response that was chosen. */
interface Choice {
  readonly status: number;
  readonly response: DeclaredResponse;
  /** Undefined for a response without a body. */
  readonly content: Content | undefined;
  /** The name of an example of the content; undefined when there is none or a generated body is wanted. */
  readonly example: string | undefined;
}

/** Chooses what a request prefers, else the first example of the lowest success; text says why it cannot. */
function chooseResponse(operation: Operation, wanted: Preferences, accept?: string): Choice | string {
  const status = wanted.code ?? defaultStatus(operation);
  const response = responseFor(operation, status);
  if (response === undefined) return `This status is not declared. Declared: ${codesOf(operation)}.`;
  const mediaType = firstAcceptable(
    accept,
    response.contents.map((content) => content.mediaType),
  );
  const content = response.contents.find((candidate) => candidate.mediaType === mediaType);
  if (wanted.example !== undefined && content?.examples.has(wanted.example) !== true) {
    return `The response has no such example. Available: ${exampleNames(operation)}.`;
  }
  const [first] = content?.examples.keys() ?? [];
  return {
    status,
    response,
    content,
    example: wanted.dynamic === true ? undefined : (wanted.example ?? first),
  };
}

function codesOf({ responses }: Operation): string {
  return responses.map(({ code }) => code).join(', ');
}

function defaultStatus({ responses }: Operation): number {
  const statuses = responses.map(({ code }) => Number(code === 'default' ? 200 : code.replace(/XX$/i, '00')));
  const sorted = statuses.sort((one, other) => one - other);
  return sorted.find((status) => status >= 200 && status < 300) ?? sorted[0] ?? 200;
}

function exampleNames({ responses }: Operation): string {
  const named = responses.map(({ code, contents }) => {
    return [code, contents.flatMap(({ examples }) => [...examples.keys()]).join(', ')];
  });
  return named.flatMap(([code, names]) => (names === '' ? [] : `${names} (code ${code})`)).join('; ');
}

/** The response that was chosen; undefined when its body has to be generated and cannot be. */
async function chosenResponse(spec: Spec, choice: Choice, seed: string): Promise<ApiResponse | undefined> {
  const { status, response, content } = choice;
  if (content === undefined) return { status, headers: response.headerExamples, body: '' };
  const body = await bodyOf(spec, choice, seed);
  const headers = { ...response.headerExamples, 'content-type': content.mediaType };
  if (body === undefined) return undefined;
  return { status, headers, body: isJson(content.mediaType) ? JSON.stringify(body) : String(body) };
}

/** The generator is large and rarely wanted, so it is loaded when it is. */
async function bodyOf(spec: Spec, { content, example }: Choice, seed: string): Promise<unknown> {
  if (example !== undefined) return content?.examples.get(example);
  if (content?.schema === undefined) return undefined;
  const { generateBody } = await import('./generate-body.js');
  return generateBody(spec, content.schema, seed);
}

/** What the `Prefer` header of a request asks for. */
interface Preferences {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic?: boolean;
}

const preference = /[\s,;]*([^\s=,;"]+)\s*(?:=\s*(?:(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]+))\s*)?)?(?=[,;]|$)/y;

/**
 * Reads `Prefer: code=404, example=name, dynamic=true` (RFC 7240): several in one header or in several, values plain
 * or quoted, unknown preferences ignored, the first of two equal ones counts. Text where it cannot be read.
 */
function readPreferences(header = ''): Preferences | string {
  const values = splitPreferences(header);
  if (values === undefined) return 'Is not a list of preferences such as `code=404, example="name"`.';
  const { code, example, dynamic } = Object.fromEntries(values.reverse());
  if (code !== undefined && !/^[1-5][0-9]{2}$/.test(code)) return '`code` must be a status such as 404.';
  if (dynamic !== undefined && !/^(?:true|false|)$/i.test(dynamic)) return '`dynamic` must be true or false.';
  return {
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(example === undefined ? {} : { example }),
    ...(dynamic === undefined ? {} : { dynamic: dynamic.toLowerCase() !== 'false' }),
  };
}

function splitPreferences(header: string): [string, string][] | undefined {
  const text = header.replace(/(?<![\s,;])[\s,;]+$/, '');
  const found: [string, string][] = [];
  preference.lastIndex = 0;
  while (preference.lastIndex < text.length) {
    const match = preference.exec(text);
    if (match === null) return undefined;
    const [, name = '', quoted, plain = ''] = match;
    found.push([name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain]);
  }
  return found;
}
