import { findJsonFlaw } from '../json-flaw.js';
import { TextFlaw } from './text-flaw.js';

/** Reads JSON of at most 200 levels. Throws TextFlaw, also for a name that an object has twice. */
export function parseJson(text: string): unknown {
  const value = parse(text);
  const flaw = findJsonFlaw(text);
  if (flaw === undefined) return value;
  const place = `/${flaw.location.slice(0, 10).join('/')}`;
  if (flaw.problem === 'duplicate-key') throw new TextFlaw(`the key at ${place} is there twice`);
  throw new TextFlaw(`it nests more than 200 levels deep below ${place}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason = ''] = String((error as Error).message).split('\n');
    const at = /at position (\d+)/.exec(reason)?.[1];
    throw new TextFlaw(`it is not JSON: ${printable(reason)}`, at === undefined ? at : placeOf(text, +at));
  }
}

/** Node quotes the text; what it quotes must not steer a terminal. */
function printable(reason: string): string {
  return reason.replace(/\p{C}+/gu, '…').slice(0, 200);
}

function placeOf(text: string, at: number) {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
