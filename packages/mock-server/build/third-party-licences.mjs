// Collects the licences of every package that esbuild compiled in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The text of THIRD-PARTY-LICENSES.txt for the inputs of a build. Throws when a licence text cannot be found. */
export function thirdPartyLicences(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []),
  );
  const packages = [...folders]
    .map(readPackage)
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const texts = new Map(
    packages.flatMap(({ license, text }) => (text === undefined ? [] : [[license, text]])),
  );
  return packages
    .map(({ name, version, license, text }) => {
      const found = text ?? texts.get(license);
      if (found === undefined) throw new Error(`No licence text for ${name} (${license})`);
      return `${name} ${version} (${license})\n\n${found.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const path = `${folder}/${file}`;
  return {
    name,
    version,
    license,
    text: file !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : undefined,
  };
}
