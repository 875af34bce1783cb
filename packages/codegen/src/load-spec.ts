import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  type BundleResult,
  bundle,
  type Config,
  getLineColLocation,
  lint,
  loadConfig,
  type NormalizedProblem,
  YamlParseError,
} from '@redocly/openapi-core';
import { type SpecProblem, SpecProblems } from './spec-problems.js';

/** The whole spec in one document, with internal references only. */
export interface BundledSpec {
  readonly document: OpenApiDocument;
  /** The document as it is shipped: pretty-printed JSON with a final newline. */
  readonly json: string;
  /** SHA-256 of `json`, hexadecimal. */
  readonly sha256: string;
}

/** The parts of an OpenAPI document that the generators read. */
export interface OpenApiDocument {
  readonly info: { readonly version: string };
  readonly servers: readonly { readonly url: string; readonly 'x-oms-environment': string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Lints and bundles the spec whose root file is `rootFile`, by the rules in the `redocly.yaml` beside it.
 *
 * @throws {SpecProblems} when the spec cannot be read, parsed, resolved, or breaks a rule.
 */
export async function loadSpec(rootFile: string): Promise<BundledSpec> {
  const folder = dirname(rootFile);
  if (!existsSync(rootFile)) {
    throw new SpecProblems([{ file: rootFile, message: 'There is no such file. Name the root file of the spec.' }]);
  }
  try {
    const config = await loadConfig({ configPath: join(folder, 'redocly.yaml') });
    refuse(await lint({ ref: rootFile, config }), folder);
    return describe(await bundleSpec(rootFile, config, folder));
  } catch (error) {
    if (error instanceof YamlParseError) throw new SpecProblems([yamlProblem(error, folder)]);
    throw error;
  }
}

async function bundleSpec(rootFile: string, config: Config, folder: string): Promise<BundleResult> {
  const result = await bundle({ ref: rootFile, config });
  refuse(result.problems, folder);
  return result;
}

function describe(result: BundleResult): BundledSpec {
  const document = result.bundle.parsed as OpenApiDocument;
  const json = `${JSON.stringify(document, null, 2)}\n`;
  return { document, json, sha256: createHash('sha256').update(json).digest('hex') };
}

function refuse(found: readonly NormalizedProblem[], folder: string): void {
  const problems = found.filter((problem) => problem.ignored !== true).map((problem) => locate(problem, folder));
  if (problems.length > 0) throw new SpecProblems(problems);
}

function locate(problem: NormalizedProblem, folder: string): SpecProblem {
  const advice = problem.suggest.length > 0 ? ` Did you mean ${problem.suggest.slice(0, 3).join(' or ')}?` : '';
  const message = `${problem.message.trim()}${advice} (${problem.ruleId})`;
  const [location] = problem.location;
  if (location === undefined) return { file: 'openapi.yaml', message };
  const { start } = getLineColLocation(location);
  return { file: relative(folder, location.source.absoluteRef), line: start.line, column: start.col, message };
}

function yamlProblem(error: YamlParseError, folder: string): SpecProblem {
  const [reason = error.message] = error.originalError.message.split('\n');
  const message = `This is not valid YAML: ${reason}. Mend the line and run the command again.`;
  return { file: relative(folder, error.source.absoluteRef), line: error.line, column: error.col, message };
}
