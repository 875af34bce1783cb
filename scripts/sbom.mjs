// Writes what each published package is made of to sbom/<package>.cdx.json, in CycloneDX: what is compiled in, as its build
// recorded it, and what npm would install with it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const packages = {
  client: 'packages/client/THIRD-PARTY-LICENSES.txt',
  'mock-server': 'packages/mock-server/dist/THIRD-PARTY-LICENSES.txt',
};

mkdirSync('sbom', { recursive: true });
for (const [folder, licenses] of Object.entries(packages)) {
  const manifest = JSON.parse(readFileSync(`packages/${folder}/package.json`, 'utf8'));
  const components = [...compiledIn(readFileSync(licenses, 'utf8')), ...installed(manifest)];
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
  writeFileSync(`sbom/${folder}.cdx.json`, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`sbom/${folder}.cdx.json: ${components.length} components`);
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
