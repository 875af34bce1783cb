import { readSpec } from '../spec.js';

/** Where to look for drift, and with which key. */
export interface LiveSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly baseUrl: string;
  /** Whether secrets may go to an `http:` URL that is not loopback. */
  readonly allowHttp?: boolean;
}

/** The settings in the environment, or one sentence that says what to set. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): LiveSettings | string {
  const { OMS_API_KEY: apiKey, OMS_API_SECRET: apiSecret } = environment;
  if (!apiKey || !apiSecret)
    return 'check:live asks the real sandbox API: set OMS_API_KEY and OMS_API_SECRET, and OMS_BASE_URL to ask another one.';
  if (!/^sk_([a-z]+_)?sdbx_/.test(apiKey))
    return 'check:live creates, changes and deletes: OMS_API_KEY must be of the sandbox (sk_sdbx_…).';
  const unknown = flags.find((flag) => flag !== '--allow-http');
  if (unknown !== undefined) return `check:live knows no ${unknown}; it has --allow-http.`;
  const allowHttp = flags.length > 0;
  return { apiKey, apiSecret, baseUrl: environment['OMS_BASE_URL'] || sandboxUrl(), allowHttp };
}

function sandboxUrl(): string {
  const sandbox = readSpec().servers.find((server) => server['x-oms-environment'] === 'sandbox');
  if (sandbox === undefined) throw new Error('The spec names no sandbox.');
  return sandbox.url;
}
