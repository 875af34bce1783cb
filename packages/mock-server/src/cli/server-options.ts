import type { FaultRule } from '../faults/fault-rule.js';
import { parseFault } from '../faults/parse-fault.js';
import { readUpstream } from '../modes/proxy/upstream.js';
import { isHttpUrl, MisuseError, sentence } from '../option-check.js';
import type { MockServerOptions } from '../options.js';
import { readDialect } from '../sandbox/dialect.js';
import { readScenario } from '../sandbox/rules/scenarios.js';
import { refuseUnknownCodes } from '../violations/code-table.js';
import { type CommandOptions, flaggedOptions } from './command-options.js';
import { faultUsage, UsageError } from './usage-error.js';

const example = 'oms-mock proxy https://sandbox-api.polygon.technology/v0.9';

/** The options of the server that a command asks for. Throws UsageError for what does not go together. */
export function serverOptions(command: CommandOptions): MockServerOptions {
  const flagged = flaggedOptions.flatMap(({ name, flag, mode }) => {
    const [, long = ''] = /--([a-z-]+)/.exec(flag.name) ?? [];
    const value: unknown = Reflect.get(
      command,
      long.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
    );
    if (value === undefined || (mode !== undefined && Array.isArray(value) && value.length === 0)) return [];
    if (mode !== undefined && mode !== command.mode)
      throw new UsageError(`--${long} needs the mode ${mode}.`);
    return [[name, value] as const];
  });
  const { mode } = command;
  const faults = faultsIn(command);
  checkRules('--scenario', () => command.scenario.map(readScenario));
  checkRules('--dialect', () => readDialect(command.dialect));
  checkRules('--allow', () => refuseUnknownCodes(command.allow));
  const studio = command.studio ?? mode !== 'proxy';
  return {
    ...{ ...Object.fromEntries(flagged), mode, faults, studio },
    ...upstreamIn(command),
    ...endpointsIn(command),
  };
}

function faultsIn({ fault }: CommandOptions): FaultRule[] {
  try {
    return fault.map(parseFault);
  } catch (error) {
    throw faultUsage(error);
  }
}

/** Has what is wrong with the values of an option name it. */
function checkRules(option: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw error instanceof MisuseError ? new UsageError(sentence(`${option}: ${error.message}`)) : error;
  }
}

function upstreamIn({ mode, url, allowHttp }: CommandOptions): Pick<MockServerOptions, 'upstream'> {
  if (mode !== 'proxy') {
    if (url !== undefined) throw new UsageError(`The mode ${mode} takes no URL; \`${example}\` does.`);
    return {};
  }
  if (url === undefined) throw new UsageError(`proxy needs the base URL of the API, as in \`${example}\`.`);
  try {
    readUpstream(url, allowHttp);
  } catch (error) {
    throw new UsageError(`The URL of the ${(error as Error).message}.`);
  }
  return { upstream: url };
}

function endpointsIn(command: CommandOptions): Pick<MockServerOptions, 'webhookEndpoints'> {
  const { mode, webhookUrl: url, webhookSecret: secret } = command;
  if (url === undefined) return {};
  if (mode !== 'sandbox') throw new UsageError('--webhook-url needs the mode sandbox.');
  if (!isHttpUrl(url)) throw new UsageError('--webhook-url must be a URL, http or https.');
  if (secret === undefined || !/^[\x21-\x7e]+$/.test(secret))
    throw new UsageError('--webhook-url needs --webhook-secret or OMS_WEBHOOK_SECRET, in visible ASCII.');
  return { webhookEndpoints: [{ url, secret }] };
}
