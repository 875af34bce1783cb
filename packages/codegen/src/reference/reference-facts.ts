import type { BundledSpec } from '../load/load-spec.js';
import { nodeOf } from '../model/json-node.js';
import type { Operation, SpecModel } from '../model/spec-model.js';
import { type ErrorClass, readErrorClasses } from './errors-page.js';
import { prose } from './markdown.js';
import { type ClientResource, readResources } from './sources.js';

/** What the pages are made of. */
export interface ReferenceFacts {
  readonly spec: SpecModel;
  readonly resources: readonly ClientResource[];
  readonly errors: readonly ErrorClass[];
}

/** Reads the spec and the sources below `root`. */
export function readFacts({ model }: BundledSpec, root: string): ReferenceFacts {
  return { spec: model, resources: readResources(root), errors: readErrorClasses(root) };
}

/** `create-customer.md` for `createCustomer`. */
export function fileOf({ operationId }: Operation): string {
  const words = operationId.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').replace(/[^A-Za-z0-9]+/g, '-');
  return `${words.toLowerCase()}.md`;
}

/** Which version of the spec a page describes. */
export function versionLine({ document }: SpecModel): string {
  return `This page describes version ${prose(String(nodeOf(document['info'])['version']))} of the spec.`;
}
