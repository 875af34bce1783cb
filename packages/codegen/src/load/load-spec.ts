import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bundle, type Config, lint, loadConfig, type NormalizedProblem } from '@redocly/openapi-core';
import { type JsonNode, nodeOf } from '../model/json-node.js';
import { readModel } from '../model/read-model.js';
import type { SpecModel } from '../model/spec-model.js';
import { findCircularReferences } from './find-circular-references.js';
import { LocalResolver } from './local-resolver.js';
import { locateProblems, SpecProblems, thrownProblem } from './spec-problems.js';

/** The whole spec in one document, with internal references only. */
export interface BundledSpec {
  readonly model: SpecModel;
  readonly version: string;
  /** The document as it is committed: pretty-printed JSON with a final newline. */
  readonly json: string;
  /** SHA-256 of the document as it is shipped: JSON without white space; hexadecimal. */
  readonly sha256: string;
}

/**
 * Lints the spec whose root file is `rootFile` by the rules in `configFile`, a `redocly.yaml`, and bundles it.
 *
 * @throws {SpecProblems} when the spec cannot be read, parsed, resolved, or breaks a rule.
 */
export async function loadSpec(rootFile: string, configFile: string): Promise<BundledSpec> {
  const file = resolve(rootFile);
  const folder = dirname(file);
  if (!existsSync(file)) {
    throw new SpecProblems([
      { file: rootFile, message: 'There is no such file. Name the root file of the spec.' },
    ]);
  }
  const config = await loadConfig({ configPath: configFile });
  try {
    return await lintAndBundle(file, config, folder);
  } catch (error) {
    if (error instanceof SpecProblems) throw error;
    throw new SpecProblems([thrownProblem(error, file, folder)]);
  }
}

async function lintAndBundle(file: string, config: Config, folder: string): Promise<BundledSpec> {
  const externalRefResolver = new LocalResolver(folder);
  const circular = await findCircularReferences(file, folder, externalRefResolver);
  if (circular.length > 0) throw new SpecProblems(circular);
  refuse(await lint({ ref: file, config, externalRefResolver }), folder);
  const result = await bundle({ ref: file, config, externalRefResolver });
  refuse(result.problems, folder);
  return describeSpec(result.bundle.parsed as JsonNode);
}

/** A bundled document with all that is generated from it. */
export function describeSpec(document: JsonNode): BundledSpec {
  const sha256 = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const version = String(nodeOf(document['info'])['version']);
  return { model: readModel(document), version, json: `${JSON.stringify(document, null, 2)}\n`, sha256 };
}

function refuse(found: readonly NormalizedProblem[], folder: string): void {
  const problems = locateProblems(found, folder);
  if (problems.length > 0) throw new SpecProblems(problems);
}
