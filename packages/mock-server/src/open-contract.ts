import { Contract } from './contract/contract.js';
import { readSpec } from './spec/read-spec.js';
import type { Spec } from './spec/spec.js';
import { SpecError } from './spec/spec-error.js';

/** Makes a spec ready to check against. Rejects with SpecError for one that cannot be used. */
export async function openContract(source: string | object | undefined): Promise<[Spec, Contract]> {
  try {
    const spec = await readSpec(source);
    return [spec, await Contract.load(spec)];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SpecError('', 'it is nested too deeply, or too large', 'Give its schemas fewer levels');
  }
}

/** Has an error name the file of the spec, if the spec is to blame and has one. */
export function inFile(error: unknown, source: string | object | undefined): unknown {
  if (!(error instanceof SpecError) || typeof source !== 'string') return error;
  const { pointer, problem, advice, keyword } = error;
  return new SpecError(pointer, problem, advice, keyword, source);
}
