import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const licences = {
  client: 'packages/client/THIRD-PARTY-LICENSES.txt',
  'mock-server': 'packages/mock-server/dist/THIRD-PARTY-LICENSES.txt',
};

/** The folders of the published packages. */
export const published = Object.keys(licences);

/**
 * Writes what a published package is made of to `<directory>.cdx.json` in a folder, in CycloneDX: what is compiled in, as its
 * build recorded it, and what npm would install with it. Returns the path and the number of components.
 */
export function writeBillOfMaterials(directory, folder) {
  const manifest = JSON.parse(readFileSync(`packages/${directory}/package.json`, 'utf8'));
  const components = [...compiledIn(readFileSync(licences[directory], 'utf8')), ...installed(manifest)];
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component(manifest.name, manifest.version, manifest.license) },
    components,
    dependencies: [
      { ref: purl(manifest.name, manifest.version), dependsOn: components.map((part) => part['bom-ref']) },
    ],
  };
  const file = join(folder, `${directory}.cdx.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
  return { file, count: components.length };
}

/** A section of the license file begins with a line such as `ajv 8.20.0 (MIT)`. */
function compiledIn(text) {
  const heads = [...text.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\S+) \(([^)]+)\)$/gm)];
  if (heads.length === 0) throw new Error('The license file names no package; build the packages first.');
  return heads.map(([, name, version, license]) => component(name, version, license));
}

function installed({ dependencies = {} }) {
  return Object.entries(dependencies).map(([name, version]) => component(name, version));
}

function component(name, version, license) {
  const ref = purl(name, version);
  const licenses = license === undefined ? {} : { licenses: [{ expression: license }] };
  return { type: 'library', 'bom-ref': ref, name, version, purl: ref, ...licenses };
}

function purl(name, version) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
