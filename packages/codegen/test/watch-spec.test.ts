import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchSpec } from '../src/generate/write-outputs.js';
import { temporaryFolder } from './spec-copy.js';

test('works again after every save, also when an editor replaces the file', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'openapi.yaml');
  writeFileSync(file, 'first');
  const seen: string[] = [];
  let worked = (): void => undefined;
  const stop = await watchSpec(folder, async () => worked());

  const saves = { second: writeFileSync, third: replaceFile, fourth: replaceFile };
  for (const [content, save] of Object.entries(saves)) {
    const done = new Promise<void>((resolve) => {
      worked = resolve;
    });
    save(file, content);
    await done;
    seen.push(content);
  }
  await stop();
  expect(seen).toEqual(['second', 'third', 'fourth']);
});

function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
