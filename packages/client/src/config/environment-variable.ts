/** A variable of the process; `undefined` when it is unset, empty, or the runtime has none. */
export function readEnvironmentVariable(name: string): string | undefined {
  const process = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process;
  return process?.env?.[name] || undefined;
}
