import { packageVersion } from '../generated/package.gen.js';
import { isLoopback } from '../server/is-loopback.js';
import { startObservedServer } from '../server/observed-server.js';
import { humanOutput } from './human-output.js';
import { jsonOutput } from './json-output.js';
import type { Output, WriteLine } from './output.js';
import { startFailure } from './start-failure.js';

/** The options of the command. */
export interface RunSettings {
  readonly mode: 'mock' | 'sandbox';
  readonly seed: number;
  readonly port: number;
  readonly host: string;
  readonly spec?: string;
  readonly strict: boolean;
  readonly failOnViolation: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Runs a mock server until SIGINT or SIGTERM. Throws UsageError when it cannot start. */
export async function runServer(settings: RunSettings): Promise<void> {
  const output = outputFor(settings);
  const totals = { requests: 0, violations: 0 };
  const server = await startObservedServer(settings, (request, violations) => {
    totals.requests += 1;
    totals.violations += violations.filter(({ severity }) => severity === 'error').length;
    output.exchanged(request, violations);
  }).catch((error: unknown) => {
    throw startFailure(error, settings);
  });
  if (!isLoopback(settings.host)) {
    process.stderr.write(
      `Everyone who can reach ${settings.host} on this machine can use and reset this server.\n`,
    );
  }
  const isOpen = settings.mode === 'mock' && settings.spec === undefined;
  const samplePath = isOpen ? '/customers' : '/__oms/health';
  output.started({ url: server.url, version: packageVersion, samplePath });
  await stopSignal();
  await server.close();
  output.stopped(totals);
  process.exitCode = settings.failOnViolation && totals.violations > 0 ? 1 : 0;
}

/** The first signal ends the wait; a second one, of a person who does not want to wait, ends the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function outputFor({ json, quiet }: RunSettings): Output {
  const writeLine: WriteLine = (line) => process.stdout.write(`${line}\n`);
  // A reader that went away, such as `head`, is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  if (json) return jsonOutput(writeLine);
  const hasColour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
  return humanOutput(writeLine, { hasColour, isQuiet: quiet });
}
