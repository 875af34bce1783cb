import type { BundledSpec } from '../load-spec.js';
import { type ClientResource, readResources } from './client-methods.js';
import { type ErrorClass, readErrorClasses } from './error-classes.js';
import { errorsPage } from './errors-page.js';
import { code, page, prose } from './markdown.js';
import { operationPage } from './operation-page.js';
import { optionsPage } from './options-page.js';
import type { OperationView, SpecView } from './spec-view.js';
import { viewSpec } from './view-spec.js';
import { violationsPage } from './violations-page.js';
import { webhookPage } from './webhook-page.js';

/** What the pages are made of. */
export interface ReferenceFacts {
  readonly spec: SpecView;
  readonly resources: readonly ClientResource[];
  readonly errors: readonly ErrorClass[];
}

/** Reads the spec and the sources below `root`. */
export function readFacts({ document }: BundledSpec, root: string): ReferenceFacts {
  return { spec: viewSpec(document), resources: readResources(root), errors: readErrorClasses(root) };
}

/** The reference in Markdown: file name → content. */
export function referencePages(facts: ReferenceFacts, root: string): ReadonlyMap<string, string> {
  const { spec, resources, errors } = facts;
  const methods = resources.flatMap((resource) => resource.methods);
  return new Map([
    ...spec.operations.map((operation): [string, string] => [
      fileOf(operation),
      operationPage(operation, { spec, methods, errors }),
    ]),
    ['webhook-events.md', webhookPage(spec)],
    ['options.md', optionsPage(root)],
    ['errors.md', errorsPage(errors, spec)],
    ['violation-codes.md', violationsPage()],
    ['README.md', indexPage(spec)],
  ]);
}

/** `create-customer.md` for `createCustomer`. */
export function fileOf({ operationId }: OperationView): string {
  const words = operationId.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').replace(/[^A-Za-z0-9]+/g, '-');
  return `${words.toLowerCase()}.md`;
}

function indexPage({ operations }: SpecView): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const line = (operation: OperationView) =>
    `- [${prose(operation.summary)}](${fileOf(operation)}) ${code(`${operation.method} ${operation.path}`)}`;
  const groups = tags.flatMap((tag) => [
    `## ${prose(tag)}`,
    operations
      .filter((operation) => operation.tag === tag)
      .map(line)
      .join('\n'),
  ]);
  return page(
    '# Reference',
    'Every operation with its fields, examples and errors. Each statement says how certain it is.',
    ...groups,
    '## Other pages',
    `- [Webhook events](webhook-events.md)
- [Options](options.md)
- [Errors](errors.md)
- [Violation codes](violation-codes.md)`,
  );
}
