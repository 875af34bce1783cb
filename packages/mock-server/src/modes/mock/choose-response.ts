import { firstAcceptable, isJson } from '../../http/media-type.js';
import type { ApiResponse } from '../../http/message.js';
import { type Content, type DeclaredResponse, type Operation, responseFor } from '../../spec/operation.js';
import type { Spec } from '../../spec/spec.js';
import type { Preferences } from './preferences.js';

/** The response to give. */
export interface Choice {
  readonly status: number;
  readonly response: DeclaredResponse;
  /** Undefined for a response without a body. */
  readonly content: Content | undefined;
  /** The name of an example of the content; undefined when there is none or a generated body is wanted. */
  readonly example: string | undefined;
}

/** Chooses what a request prefers, else the first example of the lowest success; text says why it cannot. */
export function chooseResponse(operation: Operation, wanted: Preferences, accept?: string): Choice | string {
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
export async function chosenResponse(
  spec: Spec,
  choice: Choice,
  seed: string,
): Promise<ApiResponse | undefined> {
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
