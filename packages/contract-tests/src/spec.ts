import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonNode } from '../../codegen/src/model/json-node.js';
import { readModel } from '../../codegen/src/model/read-model.js';
import type { Operation, SpecModel } from '../../codegen/src/model/spec-model.js';

/** The bundled spec, as both packages are built from it. */
export const specFile = fileURLToPath(new URL('../../../openapi/generated/openapi.json', import.meta.url));

/** The parts of the bundled spec that the contract tests look at. */
export interface Spec {
  readonly servers: readonly { readonly url: string; readonly 'x-oms-environment': string }[];
  readonly paths: Record<string, Record<string, SpecOperation>>;
  readonly webhooks: Record<string, { readonly post: SpecOperation }>;
  readonly components: { readonly responses: Record<string, SpecResponse> };
}

/** One operation and its answers by status. */
export interface SpecOperation {
  readonly operationId: string;
  readonly responses: Record<string, SpecResponse>;
}

/** A response by media type, in place or by reference. */
export interface SpecResponse {
  readonly $ref?: string;
  readonly content?: Record<string, { readonly examples: Record<string, unknown> }>;
}

/** A fresh copy of the spec, free to be changed. */
export function readSpec(): Spec {
  return JSON.parse(readFileSync(specFile, 'utf8')) as Spec;
}

/** The spec as the generators read it. */
export function modelOf(spec: Spec): SpecModel {
  return readModel(spec as unknown as JsonNode);
}

/** Every operation of the spec, as the generators read it. */
export function listOperations(spec: Spec): readonly Operation[] {
  return modelOf(spec).operations;
}

/** The operation with this id. */
export function findOperation(spec: Spec, operationId: string): Operation {
  const found = listOperations(spec).find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`The spec has no operation ${operationId}.`);
  return found;
}
