// Collects the licences of every package that esbuild compiled in.
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The text of THIRD-PARTY-LICENSES.txt for the inputs of a build. Throws when a licence text cannot be found, or when a file
 * carries packages inside itself that nobody would be told of.
 */
export function thirdPartyLicences(inputs) {
  for (const input of inputs) refuseCarriedPackages(input);
  const folders = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  const packages = [...new Set(folders)].map(readPackage);
  packages.sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const apache = packages.find(({ licence, text }) => licence === 'Apache-2.0' && text !== undefined)?.text;
  const sections = packages.map(({ name, version, licence, author, text }) => {
    const found =
      text ?? (licence === 'Apache-2.0' ? apache : licence === 'MIT' ? mitText(author) : undefined);
    if (found === undefined) throw new Error(`No licence text for ${name} (${licence})`);
    return `${name} ${version} (${licence})\n\n${found.trim()}\n`;
  });
  return sections.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Bundlers leave the paths of what they took in behind, in comments and names. */
function refuseCarriedPackages(input) {
  const [, own] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  if (own === undefined) return;
  const paths = readFileSync(input, 'utf8').matchAll(/\bnode_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g);
  const carried = new Set([...paths].map(([, name]) => name).filter((name) => name !== own));
  if (carried.size === 0) return;
  throw new Error(
    `${input} carries ${[...carried].join(', ')} inside, which no licence or list of parts names`,
  );
}

function readPackage(folder) {
  const { name, version, license, licenses, author } = JSON.parse(
    readFileSync(`${folder}/package.json`, 'utf8'),
  );
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? undefined : readFileSync(`${folder}/${file}`, 'utf8');
  return { name, version, licence: license ?? licenses?.[0]?.type, author: author?.name ?? author, text };
}

/** For packages that state the MIT licence and their author in package.json and ship no licence file. */
function mitText(author) {
  return `Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
