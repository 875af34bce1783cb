/** `fileURLToPath` of node:url, for paths that are ours. */
export function fileURLToPath(url: string | URL): string {
  return new URL(url).pathname;
}
