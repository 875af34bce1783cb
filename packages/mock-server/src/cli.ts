#!/usr/bin/env node
import { Argument, Command, CommanderError } from 'commander';
import { addOptions, type CommandOptions, collect } from './cli/command-options.js';
import { explain } from './cli/explain.js';
import { init } from './cli/init.js';
import { type ListenCommand, listen } from './cli/listen.js';
import { type TriggerCommand, triggerEvent } from './cli/running-server.js';
import { serverOptions } from './cli/server-options.js';
import { UsageError } from './cli/usage-error.js';
import { packageVersion } from './generated/package.gen.js';

const usageExitCode = 2;

// A reader that went away, such as `head`, is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const program = addOptions(new Command('oms-mock'))
  .description('Mock server for the OMS customer API that checks every message against the spec.')
  .version(packageVersion)
  .addArgument(
    new Argument('[mode]', 'where responses come from')
      .choices(['sandbox', 'mock', 'proxy'])
      .default('sandbox'),
  )
  .argument('[url]', 'base URL that `proxy` passes requests on to')
  .addHelpText('after', '\nExit codes: 0 all is well, 1 violations that --fail-on counts, 2 it cannot run.')
  .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
  .helpCommand(true)
  .exitOverride()
  .action(async (mode: CommandOptions['mode'], url: string | undefined, options: CommandOptions) => {
    const command = { ...options, mode, ...(url !== undefined && { url }) };
    if (options.webhookUrl === undefined && program.getOptionValueSource('webhookSecret') === 'cli')
      throw new UsageError('--webhook-secret needs --webhook-url.');
    const checked = serverOptions(command);
    // The server takes a second to load; a mistake in the command is told at once.
    const { runServer } = await import('./cli/run-server.js');
    await runServer(command, checked);
  });

program
  .command('explain')
  .description('tell what a violation code means, or list all codes')
  .argument('[code]', 'such as request.body.required')
  .action((code?: string) => console.log(explain(code)));

program
  .command('trigger')
  .description('have a running sandbox send an event of the spec to its webhook endpoints')
  .argument('<event>', 'such as wallet.depositDetected')
  .option('--customer <id>', 'the customer whose data it shows')
  .option('--set <path=value>', 'a value in the event, such as data.amount=5; can be repeated', collect, [])
  .option('--url <url>', 'where the server is', 'http://127.0.0.1:4010')
  .action(async (event: string, options: Omit<TriggerCommand, 'adminToken'>) => {
    const adminToken: string | undefined = program.opts()['adminToken'];
    const command = { ...options, ...(adminToken !== undefined && { adminToken }) };
    console.log(await triggerEvent(event, command));
  });

program
  .command('listen')
  .description('pass the webhook deliveries of a running sandbox on')
  .option('--forward-to <url>', 'where to')
  .option('--print-secret', 'print what they are signed with, and end', false)
  .option('--url <url>', 'where the server is', 'http://127.0.0.1:4010')
  .action(async (options: Omit<ListenCommand, 'adminToken'>) => {
    const adminToken: string | undefined = program.opts()['adminToken'];
    await listen({ ...options, ...(adminToken !== undefined && { adminToken }) }, console.log);
  });

program
  .command('init')
  .description('write a commented file of customers and webhook endpoints to begin with')
  .argument('[file]', 'where to; an existing file stays as it is', 'oms-mock.yaml')
  .action(async (file: string) => console.log(await init(file)));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  else if (error instanceof UsageError) {
    console.error(error.message);
    process.exitCode = usageExitCode;
  } else throw error;
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
