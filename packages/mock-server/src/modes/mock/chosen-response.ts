import type { ApiResponse } from '../../http/api-response.js';
import { isJson } from '../../http/media-type.js';
import type { Spec } from '../../spec/spec.js';
import type { Choice } from './choose-response.js';

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
