import type { Flag } from './cli/command-options.js';
import {
  areEndpoints,
  isBoolean,
  isCodeList,
  isDialect,
  isFilled,
  isFunction,
  isHostList,
  isObject,
  isPath,
  isRuleList,
  isState,
  isVisible,
  isWholeNumber,
  type OptionCheck,
  within,
} from './option-check.js';
import type { MockServerOptions, ModeName } from './options.js';
import { defaultChecks, isChecks } from './sandbox/rules/evaluation.js';

/** All there is to know about an option besides its type. */
export interface Option<Value> {
  readonly check: OptionCheck;
  readonly default?: Value;
  /** The only mode in which it does anything. */
  readonly mode?: ModeName;
  readonly flag?: Flag;
}

/** What uses the option says what is wrong with it. */
const checkedLater: OptionCheck = [() => true, ''];

/** Every option: what it has to be, its default, its mode and its flag. */
export const optionTable = {
  mode: {
    check: [(value) => ['sandbox', 'mock', 'proxy'].includes(value as string), 'sandbox, mock, proxy'],
    default: 'sandbox',
  },
  upstream: { check: checkedLater, mode: 'proxy' },
  port: {
    check: within(0, 65_535, 'a whole number from 0 to 65535'),
    default: 0,
    flag: {
      name: '-p, --port <n>',
      help: 'port to listen on, 0 for a free one',
      default: 4010,
      text: [/^[0-9]{1,5}$/, 'a number from 0 to 65535'],
    },
  },
  host: {
    check: [isFilled, 'an address to listen on, such as 127.0.0.1'],
    default: '127.0.0.1',
    flag: {
      name: '--host <address>',
      help: 'address to listen on',
      text: [/\S/, 'an IP address or the name of a host'],
    },
  },
  allowHost: {
    check: [isHostList, 'names of hosts without scheme and port, such as oms.test'],
    flag: {
      name: '--allow-host <name>',
      help: 'another host to take requests for, and pages of it; can be repeated',
      isRepeatable: true,
    },
  },
  adminToken: {
    check: [isVisible, 'a text in visible ASCII'],
    flag: {
      name: '--admin-token <token>',
      help: 'what admin routes need; by default nothing on loopback, elsewhere a random token that is printed',
      env: 'OMS_MOCK_ADMIN_TOKEN',
      text: [/^[\x21-\x7e]+$/, 'in visible ASCII'],
    },
  },
  listen: { check: isBoolean, default: true },
  spec: {
    check: checkedLater,
    flag: { name: '--spec <file>', help: 'another OpenAPI 3.1 file, JSON or YAML, bundled into one' },
  },
  seed: {
    check: isWholeNumber,
    default: 1,
    flag: {
      name: '--seed <n>',
      help: 'the same seed gives the same ids, tokens and secrets; without one, tokens and secrets are random',
      isDefaultOnlyNamed: true,
      text: [/^[0-9]{1,15}$/, 'a whole number of up to 15 digits'],
    },
  },
  now: { check: isFunction },
  state: {
    check: isState,
    mode: 'sandbox',
    flag: { name: '--state <file>', help: 'keep the state of the sandbox across restarts' },
  },
  checks: {
    check: isChecks,
    default: defaultChecks,
    mode: 'sandbox',
    flag: {
      name: '--checks <ms>',
      help: 'milliseconds until the outcome of an endorsement, or immediate',
      default: defaultChecks.afterMs,
      text: [/^(?:immediate|[0-9]{1,9})$/, 'immediate or a number of milliseconds from 0 to 999999999'],
      parse: (text: string) => (text === 'immediate' ? text : { afterMs: Number(text) }),
    },
  },
  seedData: {
    check: checkedLater,
    mode: 'sandbox',
    flag: {
      name: '--seed-data <file>',
      help: 'customers, webhook endpoints and scenarios to begin with, YAML or JSON',
    },
  },
  scenarios: {
    check: isRuleList,
    mode: 'sandbox',
    flag: {
      name: '--scenario <rule>',
      help: 'the outcome of endorsements, such as "reject; email=jane@example.com"; can be repeated',
      isRepeatable: true,
    },
  },
  dialect: {
    check: isDialect,
    default: 'documented',
    mode: 'sandbox',
    flag: { name: '--dialect <dialect>', help: 'how to read what the docs leave open, such as v0.11' },
  },
  deliver: { check: isFunction, mode: 'sandbox' },
  webhookEndpoints: { check: areEndpoints, mode: 'sandbox' },
  webhooks: { check: isObject, mode: 'sandbox' },
  faults: {
    check: isRuleList,
    default: [],
    flag: {
      name: '--fault <rule>',
      help: 'something to go wrong, such as "status=503; operation=POST /customers; nth=2"; can be repeated',
      isRepeatable: true,
    },
  },
  allowHttp: {
    check: isBoolean,
    default: false,
    mode: 'proxy',
    flag: { name: '--allow-http', help: 'forward to an http: URL that is not loopback, too' },
  },
  upstreamTimeoutMs: {
    check: within(1, 2_147_483_647, 'a whole number of milliseconds from 1 to 2147483647'),
    default: 30_000,
    mode: 'proxy',
    flag: {
      name: '--upstream-timeout <ms>',
      help: 'how long the upstream of a proxy may be silent, in milliseconds',
      text: [/^[1-9][0-9]{0,6}$/, 'a number of milliseconds from 1 to 9999999'],
    },
  },
  report: {
    check: isPath,
    flag: {
      name: '--report <file>',
      help: 'append one JSON object per line: exchanges, violations, a summary',
    },
  },
  studio: { check: isBoolean, default: false },
  onViolation: { check: isFunction },
  strict: {
    check: isBoolean,
    default: false,
    flag: { name: '--strict', help: 'respond with 500 instead of a response that breaks the contract' },
  },
  failOn: {
    check: [(value) => value === 'error' || value === 'warning', "'error' or 'warning'"],
    default: 'error',
  },
  allow: {
    check: isCodeList,
    default: [],
    flag: {
      name: '--allow <code>',
      help: 'a violation code that does not change the exit code; can be repeated',
      isRepeatable: true,
    },
  },
} satisfies { readonly [Name in keyof MockServerOptions]-?: Option<MockServerOptions[Name]> };
