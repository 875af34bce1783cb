import { type Command, InvalidArgumentError, Option } from 'commander';

/** What was written behind the command, with the defaults of what was not. */
export interface CommandOptions {
  readonly mode: 'sandbox' | 'mock' | 'proxy';
  /** Behind `proxy`. */
  readonly url?: string;
  readonly port: number;
  readonly host: string;
  readonly spec?: string;
  readonly seed: number;
  readonly state?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** The rules of all `--fault`. */
  readonly fault: readonly string[];
  readonly report?: string;
  /** Milliseconds. */
  readonly upstreamTimeout?: number;
  readonly log: 'all' | 'violations' | 'none';
  readonly strict: boolean;
  readonly failOnViolation: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Declares the options of the command. */
export function addOptions(command: Command): Command {
  return command
    .option('-p, --port <n>', 'port to listen on, 0 for a free one', readPort, 4010)
    .option('--host <address>', 'address to listen on', readHost, '127.0.0.1')
    .option('--spec <file>', 'another OpenAPI 3.1 file, JSON or YAML, bundled into one')
    .option('--seed <n>', 'the same seed gives the same ids', readSeed, 1)
    .option('--state <file>', 'keep the state of the sandbox across restarts')
    .option('--webhook-url <url>', 'have the sandbox send every event there')
    .addOption(
      new Option('--webhook-secret <secret>', 'what those events are signed with').env('OMS_WEBHOOK_SECRET'),
    )
    .addOption(
      new Option('--fault <rule>', 'something to go wrong; can be repeated')
        .argParser(collect)
        .default([], 'none'),
    )
    .option(
      '--upstream-timeout <ms>',
      'how long the upstream of a proxy may be silent (default: 30000)',
      readTimeout,
    )
    .option('--report <file>', 'add one JSON object a line: exchanges, violations, a summary')
    .option('--strict', 'respond with 500 instead of a response that breaks the contract', false)
    .option('--fail-on-violation', 'exit with 1 when a message broke the contract', false)
    .addOption(
      new Option('--log <what>', 'which requests to print')
        .choices(['all', 'violations', 'none'])
        .default('all'),
    )
    .option('--quiet', 'print the address, then only what goes wrong', false)
    .option('--json', 'print one JSON object a line, for machines', false);
}

function collect(rule: string, rules: readonly string[]): string[] {
  return [...rules, rule];
}

function readHost(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It must be an IP address or the name of a host.');
}

function readPort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

function readSeed(text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of up to 15 digits.');
}

function readTimeout(text: string): number {
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number of milliseconds from 1 to 9999999.');
}
