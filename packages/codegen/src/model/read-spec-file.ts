import { readFileSync } from 'node:fs';
import { SpecProblems } from '../load/spec-problems.js';
import { nodeOf } from './json-node.js';
import { readModel } from './read-model.js';
import type { SpecModel } from './spec-model.js';

/**
 * Reads a bundled spec.
 *
 * @throws {SpecProblems} when the file cannot be read or is not a JSON document with paths.
 */
export function readSpecFile(file: string): SpecModel {
  const document = nodeOf(parse(file));
  if (Object.keys(nodeOf(document['paths'])).length > 0) return readModel(document);
  throw unusable(file, 'There are no paths in it. Give a bundled OpenAPI document.');
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unusable(file, `It cannot be read as JSON: ${reason}. Give a bundled OpenAPI document.`);
  }
}

function unusable(file: string, message: string): SpecProblems {
  return new SpecProblems([{ file, message }]);
}
