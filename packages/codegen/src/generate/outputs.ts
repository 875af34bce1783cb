import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BundledSpec } from '../load/load-spec.js';
import { referenceOutputs } from '../reference/reference-pages.js';
import {
  generateEventExamples,
  generateFieldNames,
  generateOperationFacts,
  generatePackageVersion,
  generatePortableSpec,
  generateRedactionTable,
  generateResponseShapes,
  generateSandboxOperations,
  generateSpecVersion,
  generateWebhookEventNames,
} from './facts.js';
import { generateKycFields, readKycTable } from './kyc-fields.js';
import { generateKycRules } from './kyc-rules.js';
import { generateTypes } from './types.js';

/** Everything that follows from the spec: path below the repository's root → content. */
export async function generateOutputs(spec: BundledSpec, root: string): Promise<ReadonlyMap<string, string>> {
  const kyc = readKycTable(root, spec.model);
  return new Map([
    ['packages/client/src/generated/field-names.gen.ts', generateFieldNames(spec)],
    ['packages/client/src/generated/kyc-fields.gen.ts', generateKycFields(kyc, spec.model)],
    ['packages/client/src/generated/kyc-rules.gen.ts', generateKycRules(spec.model)],
    ['packages/client/src/generated/openapi.gen.ts', await generateTypes(spec)],
    ['packages/client/src/generated/operations.gen.ts', generateOperationFacts(spec)],
    ['packages/client/src/generated/redaction.gen.ts', generateRedactionTable(spec)],
    ['packages/client/src/generated/response-shapes.gen.ts', generateResponseShapes(spec)],
    ['packages/client/src/generated/spec.gen.ts', generateSpecVersion(spec)],
    ['packages/client/src/generated/webhook-event-names.gen.ts', generateWebhookEventNames(spec)],
    ['openapi/generated/openapi.json', spec.json],
    ['openapi/generated/openapi.portable.json', generatePortableSpec(spec)],
    ['packages/mock-server/src/generated/event-examples.gen.ts', generateEventExamples(spec)],
    ['packages/mock-server/src/generated/operations.gen.ts', generateSandboxOperations(spec)],
    ['packages/mock-server/src/generated/spec.gen.ts', generateSpecVersion(spec)],
    ['packages/client/src/generated/package.gen.ts', packageVersion(root, 'client')],
    ['packages/mock-server/src/generated/package.gen.ts', packageVersion(root, 'mock-server')],
    ['packages/client/package.json', manifest(root, 'client', spec)],
    ['packages/mock-server/package.json', manifest(root, 'mock-server')],
    ...referenceOutputs(spec, kyc, root),
  ]);
}

function packageVersion(root: string, name: string): string {
  return generatePackageVersion(readManifest(root, name));
}

function manifest(root: string, name: string, spec?: BundledSpec): string {
  const rootManifest = readFileSync(join(root, 'package.json'), 'utf8');
  return generateManifest(readManifest(root, name), `packages/${name}`, rootManifest, spec);
}

function readManifest(root: string, name: string): string {
  return readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
}

/** The fields of a manifest that are written here. */
interface Written {
  readonly repository?: { readonly type: 'git'; readonly url: string; readonly directory: string };
  readonly homepage?: string;
  readonly bugs?: string;
  readonly spec?: { readonly version: string; readonly sha256: string };
}

/**
 * The package.json of a published package: where it comes from, which only the manifest of the repository says, and the spec it
 * was built from, so that a registry shows both. All else stays as it is.
 */
export function generateManifest(
  packageJson: string,
  directory: string,
  rootManifest: string,
  spec?: BundledSpec,
): string {
  const { repository, homepage, bugs, spec: old, ...rest } = JSON.parse(packageJson) as Written;
  const { repository: source } = JSON.parse(rootManifest) as { readonly repository?: string };
  const built = spec === undefined ? {} : { spec: { version: spec.version, sha256: spec.sha256 } };
  const manifest = { ...rest, ...linksTo(source, directory), ...built };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Nothing while the repository has no address: npm shows no wrong link and refuses to publish with provenance. */
function linksTo(source: string | undefined, directory: string): Written {
  if (source === undefined) return {};
  return {
    repository: { type: 'git', url: `git+${source}.git`, directory },
    homepage: `${source}/${posix.join('tree/main', directory)}#readme`,
    bugs: `${source}/issues`,
  };
}
