import { join } from 'node:path/posix';
import type { BundledSpec } from '../load/load-spec.js';

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
    homepage: `${source}/${join('tree/main', directory)}#readme`,
    bugs: `${source}/issues`,
  };
}
