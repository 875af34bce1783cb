import { createHash } from 'node:crypto';
import shippedDocument from '../generated/openapi.json' with { type: 'json' };
import { spec as shipped } from '../generated/spec.gen.js';
import { checkSize } from './check-size.js';
import { readSpecFile } from './read-spec-file.js';
import { openSpec, type Spec } from './spec.js';

/** Opens the shipped spec, a JSON or YAML file, or a parsed document. Throws SpecError. */
export async function readSpec(source?: string | object): Promise<Spec> {
  if (source === undefined) return openSpec(shippedDocument, shipped.sha256);
  if (typeof source === 'object') {
    checkSize(source);
    return openSpec(structuredClone(source), sha256(JSON.stringify(source)));
  }
  const { text, parsed } = await readSpecFile(source);
  checkSize(parsed);
  return openSpec(parsed, sha256(text));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
