import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateClientMethods } from '../generate/facts.js';
import type { KycTable } from '../generate/kyc-fields.js';
import type { BundledSpec } from '../load/load-spec.js';
import type { Operation, SpecModel } from '../model/spec-model.js';
import { apiPage, withMethodTable } from './api-page.js';
import { compatibilityPage } from './compatibility-page.js';
import { errorsPage } from './errors-page.js';
import { kycPage } from './kyc-page.js';
import { llmsPage } from './llms-page.js';
import { code, page, prose } from './markdown.js';

import { operationPage, webhookPage } from './operation-page.js';
import { optionsPage } from './options-page.js';
import { fileOf, type ReferenceFacts, readFacts, versionLine } from './reference-facts.js';

const clientReadme = 'packages/client/README.md';
const studioMethods = 'packages/studio/src/generated/client-methods.gen.ts';

/** The folder in which every file is generated. */
export const referenceFolder = 'docs/reference';

/** The reference for people and for language models: path below the repository's root → content. */
export function referenceOutputs(
  spec: BundledSpec,
  kyc: KycTable,
  root: string,
): ReadonlyMap<string, string> {
  const facts = readFacts(spec, root);
  const methods = facts.resources.flatMap((resource) => resource.methods);
  const pages = [...referencePages(facts, root)].map(([file, text]): [string, string] => [
    `${referenceFolder}/${file}`,
    text,
  ]);
  return new Map([
    ['packages/client/api.md', apiPage(facts, root)],
    [clientReadme, withMethodTable(readFileSync(join(root, clientReadme), 'utf8'), facts)],
    [studioMethods, generateClientMethods(spec.model, methods)],
    ['llms.txt', llmsPage(facts, root)],
    ['docs/guides/compatibility.md', compatibilityPage(root)],
    [`${referenceFolder}/requirement-codes.md`, kycPage(kyc)],
    ...pages,
  ]);
}

/** The pages in the folder of the reference: file name → content. */
function referencePages(facts: ReferenceFacts, root: string): ReadonlyMap<string, string> {
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
    ['README.md', indexPage(spec)],
  ]);
}

function indexPage(spec: SpecModel): string {
  const { operations } = spec;
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const line = (operation: Operation) =>
    `- [${prose(operation.summary)}](${fileOf(operation)}) ${code(operation.name)}`;
  const groups = tags.flatMap((tag) => [
    `## ${prose(tag)}`,
    operations
      .filter((operation) => operation.tag === tag)
      .map(line)
      .join('\n'),
  ]);
  return page(
    '# Reference',
    `Every operation with its fields, examples and errors. Each statement says how certain it is. ${versionLine(spec)}`,
    ...groups,
    '## Other pages',
    `- [Webhook events](webhook-events.md)
- [Options](options.md)
- [Errors](errors.md)
- [Requirement codes](requirement-codes.md)
- [Violation codes](violation-codes.md)
- [Faults](faults.md)
- [Dialects](dialects.md)
- [The mock server](mock-server.md)`,
  );
}
