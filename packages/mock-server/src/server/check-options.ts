import { refuseUnknownName } from '../unknown-name.js';
import type { MockServerOptions } from './options.js';

type Check = readonly [(value: unknown) => boolean, string];

const isFunction: Check = [(value) => typeof value === 'function', 'a function'];
const isBoolean: Check = [(value) => typeof value === 'boolean', 'true or false'];
const isPath: Check = [(value) => typeof value === 'string', 'the path of a file'];
/** What uses the option says what is wrong with it. */
const checkedLater: Check = [() => true, ''];

/** Every option, what it has to be, and how that is called. */
const checks: Readonly<Record<keyof MockServerOptions, Check>> = {
  mode: checkedLater,
  upstream: checkedLater,
  upstreamTimeoutMs: [
    (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 2_147_483_647,
    'a whole number of milliseconds from 1 to 2147483647',
  ],
  host: [
    (value) => typeof value === 'string' && value.trim() !== '',
    'an address to listen on, such as 127.0.0.1',
  ],
  port: [
    (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535,
    'a whole number from 0 to 65535',
  ],
  spec: checkedLater,
  strict: isBoolean,
  faults: [Array.isArray, 'a list of rules'],
  report: isPath,
  onViolation: isFunction,
  listen: isBoolean,
  now: isFunction,
  deliver: isFunction,
  webhookEndpoints: [
    (value) => Array.isArray(value) && value.every(isEndpoint),
    'a list of { url, secret }, each with an http or https URL and a secret in visible ASCII',
  ],
  webhooks: checkedLater,
  state: isPath,
  seed: [Number.isSafeInteger, 'a whole number'],
};

/** Throws TypeError for an option there is not, and for one of a kind the server cannot work with. */
export function checkOptions(options: MockServerOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options must be an object');
  refuseUnknownName(options, Object.keys(checks), 'an option of startMockServer');
  for (const [name, [isFit, wanted]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !isFit(value)) throw new TypeError(`${name} must be ${wanted}`);
  }
}

function isEndpoint(value: unknown): boolean {
  const { url, secret, ...others } = Object(value) as Readonly<Record<string, unknown>>;
  const isUrl = typeof url === 'string' && /^https?:\/\//i.test(url) && URL.canParse(url);
  const isSecret = typeof secret === 'string' && /^[\x21-\x7e]+$/.test(secret);
  return isUrl && isSecret && Object.keys(others).length === 0;
}
