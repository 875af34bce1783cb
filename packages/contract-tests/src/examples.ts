import { readFileSync } from 'node:fs';

/** The value of one of the spec's example files by its name, with the type the caller knows it to have. */
export function readExample<T>(name: string): T {
  const file = new URL(`../../../openapi/examples/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { value: T }).value;
}
