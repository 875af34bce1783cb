import { join } from 'node:path';
import readChangesets from '@changesets/read';
import { compareSpecs } from '../spec-diff/compare-specs.js';
import { readSpecFile } from '../spec-diff/read-spec-file.js';
import { baselineFiles, currentFiles, readPackages } from './baseline.js';
import { checkChangesets } from './check-changesets.js';

/** Why the pending changesets of the repository below `root` are too small; empty when they are not. */
export async function findReleaseProblems(root: string): Promise<string[]> {
  const changes = compareSpecs(
    readSpecFile(join(root, baselineFiles.spec)),
    readSpecFile(join(root, currentFiles.spec)),
  );
  const changesets = await readChangesets(root);
  const planned = changesets.flatMap(({ releases }) => releases);
  return checkChangesets(readPackages(root), planned, changes);
}
