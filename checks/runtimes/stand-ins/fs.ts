import { files } from 'virtual:files';

/** `readFileSync` of node:fs over the few files of the repository that tests read, which are in the bundle. */
export function readFileSync(path: string | URL): string {
  const text = files[pathOf(path)];
  if (text === undefined) throw new Error(`${pathOf(path)} is not in the bundle.`);
  return text;
}

/** `readdirSync` of node:fs over the same files. */
export function readdirSync(path: string | URL): string[] {
  const folder = `${pathOf(path).replace(/\/$/, '')}/`;
  const names = Object.keys(files).filter((file) => file.startsWith(folder));
  return names.map((file) => file.slice(folder.length));
}

function pathOf(path: string | URL): string {
  return typeof path === 'string' ? path : path.pathname;
}
