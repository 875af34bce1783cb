// Packs what is not on the registry yet into a folder: tarballs, release notes, bills of materials and the spec. Prints the
// tags of these releases as JSON. The packages have to be built.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBillOfMaterials } from './bill-of-materials.mjs';
import { newestNotes } from './newest-notes.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Name the folder to write to: node scripts/pack-release.mjs FOLDER');

const released = ['client', 'mock-server'].map(readManifest).filter((manifest) => !isPublished(manifest));
mkdirSync(folder, { recursive: true });
for (const { name, directory } of released) {
  npm('pack', '--ignore-scripts', '--pack-destination', folder, '--workspace', name);
  writeFileSync(join(folder, `${directory}.md`), `${newestNotes('.', directory)}\n`);
  writeBillOfMaterials(directory, folder);
}
for (const file of ['openapi.json', 'openapi.portable.json']) {
  copyFileSync(join('openapi/generated', file), join(folder, file));
}
console.log(JSON.stringify(released.map(({ name, version }) => `${name}@${version}`)));

function readManifest(directory) {
  const manifest = JSON.parse(readFileSync(`packages/${directory}/package.json`, 'utf8'));
  const missing = ['repository', 'homepage', 'bugs'].filter((field) => manifest[field] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `${manifest.name} cannot be released: its package.json has no ${missing.join(', ')}. ` +
        'Write "repository": "https://github.com/OWNER/NAME" into the package.json of the repository and run `npm run generate`.',
    );
  }
  return { ...manifest, directory };
}

function isPublished({ name, version }) {
  try {
    return npm('view', `${name}@${version}`, 'version').trim() === version;
  } catch (error) {
    if (String(error.stderr).includes('E404')) return false;
    throw error;
  }
}

function npm(...args) {
  return execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
