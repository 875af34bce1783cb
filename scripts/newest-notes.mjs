import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The release notes of the newest version of a package, from its changelog. */
export function newestNotes(root, directory) {
  const changelog = readFileSync(join(root, 'packages', directory, 'CHANGELOG.md'), 'utf8');
  const [, newest = ''] = changelog.split(/^## .*$/m);
  return newest.trim();
}
