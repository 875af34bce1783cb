import { readFileSync } from 'node:fs';

/** The body of one of the spec's named examples. `T` is what the reader knows it to be. */
export function example<T>(name: string): T {
  const file = new URL(`../../../../openapi/examples/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { value: T }).value;
}
