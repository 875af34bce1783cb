import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import shippedDocument from '../generated/openapi.json' with { type: 'json' };
import { spec as shipped } from '../generated/spec.gen.js';
import { openSpec, type Spec } from './spec.js';
import { SpecError } from './spec-error.js';

/** Opens the shipped spec, a JSON or YAML file, or a parsed document. Throws SpecError. */
export async function readSpec(source?: string | object): Promise<Spec> {
  if (source === undefined) return openSpec(shippedDocument, shipped.sha256);
  if (typeof source === 'object') return openSpec(structuredClone(source), sha256(JSON.stringify(source)));
  const text = await readText(source);
  return openSpec(await parse(source, text), sha256(text));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new SpecError('', `${path} cannot be read (${reason})`, 'Give the path of an OpenAPI 3.1 file');
  }
}

async function parse(path: string, text: string): Promise<unknown> {
  try {
    if (!/\.ya?ml$/i.test(path)) return JSON.parse(text);
    const { parseYaml } = await import('./parse-yaml.js');
    return parseYaml(text);
  } catch (error) {
    const [reason] = String((error as Error).message).split('\n');
    const kind = /\.ya?ml$/i.test(path) ? 'YAML' : 'JSON';
    throw new SpecError('', `${path} is not ${kind}: ${reason}`, 'Correct the file');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
