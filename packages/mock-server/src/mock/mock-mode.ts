import { type Answer, jsonAnswer } from '../message/answer.js';
import type { ApiRequest } from '../message/api-request.js';
import type { Mode } from '../message/forward.js';
import { isJson } from '../message/media-type.js';
import { refuse } from '../message/refusal.js';
import type { Content } from '../spec/operation.js';
import type { Spec } from '../spec/spec.js';
import { chooseResponse } from './choose-response.js';
import { readPreferences } from './preferences.js';

/** Answers with the named examples of the spec, as the `Prefer` header asks. */
export function mockMode(spec: Spec, seed: number): Mode {
  const operations = new Map(
    spec.operations.map((operation) => [`${operation.method} ${operation.template}`, operation]),
  );
  return {
    responseBlame: 'spec',
    async forward(request) {
      const operation = operations.get(`${request.method} ${request.template}`);
      if (operation === undefined) throw new Error(`The spec has no ${request.method} ${request.template}`);
      const wanted = readPreferences(request.headers['prefer']);
      if (typeof wanted === 'string') return refusePreference(request, wanted);
      const choice = chooseResponse(operation, wanted, request.headers['accept']);
      if (typeof choice === 'string') return refusePreference(request, choice);
      const { status, response, content, example } = choice;
      const headers = response.headerExamples;
      if (content === undefined) return { status, headers, body: '' };
      const body =
        example === undefined
          ? await generated(spec, content, `${seed}:${request.id}`)
          : content.examples.get(example);
      return body === undefined ? cannotGenerate(request) : bodyAnswer(status, headers, content, body);
    },
  };
}

/** The generator is large and rarely wanted, so it is loaded when it is. */
async function generated(spec: Spec, { schema }: Content, seed: string): Promise<unknown> {
  if (schema === undefined) return undefined;
  const { generateBody } = await import('./generate-body.js');
  return generateBody(spec, schema, seed);
}

function bodyAnswer(
  status: number,
  headers: Answer['headers'],
  { mediaType }: Content,
  body: unknown,
): Answer {
  if (isJson(mediaType))
    return { ...jsonAnswer(status, body), headers: { ...headers, 'content-type': mediaType } };
  return { status, headers: { ...headers, 'content-type': mediaType }, body: String(body) };
}

function refusePreference({ id }: ApiRequest, message: string): Answer {
  const details = [{ location: 'header.prefer', code: 'preference', message }];
  return refuse(id, { status: 400, message: `The Prefer header cannot be followed. ${message}`, details });
}

function cannotGenerate({ id }: ApiRequest): Answer {
  return refuse(id, { status: 500, message: 'No body that keeps the schema could be generated.' });
}
