#!/usr/bin/env node
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { explain } from './cli/explain.js';
import type { RunSettings } from './cli/run-server.js';
import { UsageError } from './cli/usage-error.js';
import { packageVersion } from './generated/package.gen.js';

const usageExitCode = 2;

const program = new Command('oms-mock')
  .description('Mock server for the OMS customer API that checks every message against the spec.')
  .version(packageVersion)
  .addArgument(new Argument('[mode]', 'where answers come from').choices(['mock', 'sandbox']).default('mock'))
  .option('-p, --port <n>', 'port to listen on, 0 for a free one', readPort, 4010)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--spec <file>', 'another OpenAPI 3.1 file, JSON or YAML, bundled into one')
  .option('--seed <n>', 'the same seed gives the same ids', readSeed, 1)
  .option('--strict', 'answer 500 instead of a response that breaks the contract', false)
  .option('--fail-on-violation', 'exit with 1 when a message broke the contract', false)
  .option('--quiet', 'print the address and nothing else', false)
  .option('--json', 'print one JSON object a line, for machines', false)
  .addHelpText(
    'after',
    '\nExit codes: 0 all well, 1 violations with --fail-on-violation, 2 it cannot run like this.',
  )
  .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
  .exitOverride()
  .action(async (mode: RunSettings['mode'], settings: Omit<RunSettings, 'mode'>) => {
    const { runServer } = await import('./cli/run-server.js');
    await runServer({ ...settings, mode });
  });

program
  .command('explain')
  .description('tell what a violation code means, or list all codes')
  .argument('[code]', 'such as request.body.required')
  .action((code?: string) => console.log(explain(code)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  else if (error instanceof UsageError) {
    console.error(error.message);
    process.exitCode = usageExitCode;
  } else throw error;
}

function readPort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

function readSeed(text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of up to 15 digits.');
}

/** Commander spreads a mistake and its suggestion over two lines. */
function oneLine(text: string): string {
  const sentence = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  return `${sentence}; see \`oms-mock --help\`.\n`;
}
