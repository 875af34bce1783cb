import { isHttpUrl } from './is-http-url.js';
import { checkOptionsBy, isFunction, isObject, isWholeNumber, type OptionCheck } from './option-check.js';
import type { MockServerOptions } from './options.js';

const isBoolean: OptionCheck = [(value) => typeof value === 'boolean', 'true or false'];
const isPath: OptionCheck = [(value) => typeof value === 'string', 'the path of a file'];
/** What uses the option says what is wrong with it. */
const checkedLater: OptionCheck = [() => true, ''];

/** Every option, what it has to be, and how that is called. */
const checks: Readonly<Record<keyof MockServerOptions, OptionCheck>> = {
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
  webhooks: isObject,
  state: isPath,
  seed: isWholeNumber,
};

/** Throws TypeError for an option there is not, and for one of a kind the server cannot work with. */
export function checkOptions(options: MockServerOptions): void {
  checkOptionsBy(checks, options, 'an option of startMockServer');
}

function isEndpoint(value: unknown): boolean {
  const { url, secret, ...others } = Object(value) as Readonly<Record<string, unknown>>;
  const isUrl = typeof url === 'string' && isHttpUrl(url);
  const isSecret = typeof secret === 'string' && /^[\x21-\x7e]+$/.test(secret);
  return isUrl && isSecret && Object.keys(others).length === 0;
}
