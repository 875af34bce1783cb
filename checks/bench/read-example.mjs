// Reads the value of one of the spec's named examples.
import { readFileSync } from 'node:fs';

/** The value of `openapi/examples/<name>.json`. */
export function read(name) {
  return JSON.parse(readFileSync(new URL(`../../openapi/examples/${name}.json`, import.meta.url))).value;
}
