import type { CommandOptions } from './command-options.js';

/** A call to try first, as a command for a shell. */
export function firstCall({ mode, spec }: CommandOptions, url: string): string {
  if (mode === 'proxy' || spec !== undefined) return `curl ${url}/__oms/health`;
  if (mode === 'mock') return `curl -H 'Authorization: Bearer test' ${url}/customers`;
  return `curl -H 'Content-Type: application/json' -d '{"apiKey":"sk_sdbx_any","apiSecret":"any"}' ${url}/auth/token`;
}
