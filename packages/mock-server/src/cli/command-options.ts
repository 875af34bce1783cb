import { type Command, InvalidArgumentError, Option } from 'commander';
import type { OptionCheck } from '../option-check.js';
import { optionTable } from '../option-table.js';
import type { ModeName } from '../options.js';
import type { GivenDialect } from '../sandbox/dialect.js';
import type { Checks } from '../sandbox/rules/evaluation.js';
import type { ViolationCode } from '../violations/code-table.js';

/** How the command line sets an option. */
export interface Flag {
  /** As in its help, such as `--host <address>`. */
  readonly name: string;
  readonly help: string;
  /** The default, where the command has another one. */
  readonly default?: number;
  /** What the text has to look like, where it is a number, and how that is called. */
  readonly text?: readonly [pattern: RegExp, wanted: string];
  /** What the text stands for, where it is neither a text nor a number. */
  readonly parse?: (text: string) => unknown;
  /** Whether giving the default differs from giving nothing. */
  readonly isDefaultOnlyNamed?: boolean;
  readonly isRepeatable?: true;
  /** The environment variable that sets it too. */
  readonly env?: string;
}

/** What was written behind the command, with the defaults of what was not. */
export interface CommandOptions {
  readonly mode: ModeName;
  /** Behind `proxy`. */
  readonly url?: string;
  readonly port: number;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly adminToken?: string;
  readonly allowHttp?: boolean;
  readonly spec?: string;
  readonly seed?: number;
  readonly state?: string;
  readonly checks?: Checks;
  readonly dialect?: GivenDialect;
  readonly seedData?: string;
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** The rules of all `--fault`. */
  readonly fault: readonly string[];
  /** The rules of all `--scenario`. */
  readonly scenario: readonly string[];
  readonly report?: string;
  /** Milliseconds. */
  readonly upstreamTimeout?: number;
  readonly log: 'all' | 'violations' | 'none';
  readonly strict: boolean;
  readonly failOnViolation: boolean;
  readonly failOn?: 'error' | 'warning';
  /** The codes of all `--allow`. */
  readonly allow: readonly ViolationCode[];
  readonly bodies: boolean;
  /** Whether to keep exchanges in full; undefined when nothing was said. */
  readonly studio?: boolean;
  /** Whether to open the page in a browser. */
  readonly open: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** An option of the server that the command has too. */
interface FlaggedOption {
  /** Its name in the options of the server. */
  readonly name: string;
  readonly flag: Flag;
  readonly check: OptionCheck;
  readonly default?: unknown;
  readonly mode?: ModeName;
}

/** Every option of the server that the command has too, in the order of the table. */
export const flaggedOptions: readonly FlaggedOption[] = Object.entries(optionTable).flatMap(([name, row]) =>
  'flag' in row ? [{ name, ...row }] : [],
);

/** Declares the options of the command: those of the server, and those about its output alone. */
export function addOptions(command: Command): Command {
  for (const option of flaggedOptions) command.addOption(commandOption(option));
  return command
    .option('--webhook-url <url>', 'have the sandbox send every event there')
    .addOption(
      new Option(
        '--webhook-secret <secret>',
        'what those events are signed with; the variable keeps it out of the process list',
      ).env('OMS_WEBHOOK_SECRET'),
    )
    .option('--fail-on-violation', 'exit with 1 if a message broke the contract: --fail-on error', false)
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 for violations of this severity, or a higher one; notices never count',
      ).choices(['error', 'warning']),
    )
    .addOption(
      new Option('--log <what>', 'which requests to print')
        .choices(['all', 'violations', 'none'])
        .default('all'),
    )
    .option('--bodies', 'print bodies too, with what must not be shown masked', false)
    .option('--studio', 'keep exchanges in full to be looked at, also as a proxy')
    .option('--no-studio', 'keep no exchange')
    .option('--open', 'open Studio, the page of the server, in a browser', false)
    .option('--quiet', 'print the address, then only what goes wrong', false)
    .option('--json', 'print one JSON object per line, for machines', false);
}

/** A default that is set counts as given, so that of an option for one mode is only named. */
function commandOption({ flag, check: [isFit], default: ofServer, mode }: FlaggedOption): Option {
  const { name, help, default: preset = ofServer, text, parse, isRepeatable, isDefaultOnlyNamed, env } = flag;
  const isNamedOnly = preset !== undefined && (mode !== undefined || isDefaultOnlyNamed === true);
  const option = new Option(name, isNamedOnly && preset !== false ? `${help} (default: ${preset})` : help);
  if (env !== undefined) option.env(env);
  if (isRepeatable) return option.argParser(collect).default([], 'none');
  if (text !== undefined) {
    const [pattern, wanted] = text;
    option.argParser((given: string) => {
      const value = parse?.(given) ?? (typeof preset === 'number' ? Number(given) : given);
      if (pattern.test(given) && isFit(value)) return value;
      throw new InvalidArgumentError(`It must be ${wanted}.`);
    });
  }
  return isNamedOnly ? option : option.default(preset);
}

/** Adds the value of an option that can be repeated. */
export function collect(rule: string, rules: readonly string[]): string[] {
  return [...rules, rule];
}
