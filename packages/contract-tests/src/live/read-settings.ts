import { readSpec } from '../spec.js';

/** Where to look for drift, and with which key. */
export interface LiveSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly baseUrl: string;
}

/** The settings in the environment, or one sentence that says what to set. */
export function readSettings(environment: NodeJS.ProcessEnv): LiveSettings | string {
  const { OMS_API_KEY: apiKey, OMS_API_SECRET: apiSecret } = environment;
  if (!apiKey || !apiSecret)
    return 'check:live asks the real sandbox API: set OMS_API_KEY and OMS_API_SECRET, and OMS_BASE_URL to ask another one.';
  if (!/^sk_([a-z]+_)?sdbx_/.test(apiKey))
    return 'check:live creates, changes and deletes: OMS_API_KEY must be of the sandbox (sk_sdbx_…).';
  return { apiKey, apiSecret, baseUrl: environment['OMS_BASE_URL'] || sandboxUrl() };
}

function sandboxUrl(): string {
  const sandbox = readSpec().servers.find((server) => server['x-oms-environment'] === 'sandbox');
  if (sandbox === undefined) throw new Error('The spec names no sandbox.');
  return sandbox.url;
}
