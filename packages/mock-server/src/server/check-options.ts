import type { MockServerOptions } from './options.js';

type Check = readonly [(value: unknown) => boolean, string];

const isFunction: Check = [(value) => typeof value === 'function', 'a function'];

/** Options whose mistakes would show late or nowhere, what they have to be, and how that is called. */
const checks: Readonly<Partial<Record<keyof MockServerOptions, Check>>> = {
  host: [
    (value) => typeof value === 'string' && value.trim() !== '',
    'an address to listen on, such as 127.0.0.1',
  ],
  port: [
    (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535,
    'a whole number from 0 to 65535',
  ],
  seed: [Number.isSafeInteger, 'a whole number'],
  now: isFunction,
  deliver: isFunction,
  onViolation: isFunction,
  faults: [Array.isArray, 'a list of rules'],
  webhookEndpoints: [
    (value) => Array.isArray(value) && value.every(isEndpoint),
    'a list of { url, secret }, each with an http or https URL and a secret in visible ASCII',
  ],
};

/** Throws TypeError for an option of a kind the server cannot work with. */
export function checkOptions(options: MockServerOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('the options must be an object');
  for (const [name, [isFit, wanted]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !isFit(value)) throw new TypeError(`${name} must be ${wanted}`);
  }
}

function isEndpoint(value: unknown): boolean {
  const { url, secret } = Object(value) as { url?: unknown; secret?: unknown };
  const isUrl = typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url);
  return isUrl && typeof secret === 'string' && /^[\x21-\x7e]+$/.test(secret);
}
