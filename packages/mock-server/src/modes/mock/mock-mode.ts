import type { ApiRequest, ApiResponse } from '../../http/message.js';
import { refuse } from '../../http/refusal.js';
import type { Operation } from '../../spec/operation.js';
import type { Spec } from '../../spec/spec.js';
import type { Mode } from '../mode.js';
import { type Choice, chooseResponse, chosenResponse, readPreferences } from './choose-response.js';

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
