import { spawn } from 'node:child_process';
import { packageVersion } from '../generated/package.gen.js';
import { isLoopback } from '../http/cross-origin.js';
import { Counter, violationObserver } from '../observers/observer.js';
import type { MockServerOptions } from '../options.js';
import { startObservedServer } from '../server.js';
import { fails, type Violation } from '../violations/violation.js';
import type { CommandOptions } from './command-options.js';
import { filteredOutput, hasColour, humanOutput, jsonOutput, type Output, type WriteLine } from './output.js';
import { startFailure } from './usage-error.js';

/** Runs a mock server until SIGINT or SIGTERM. Throws UsageError when it cannot run. */
export async function runServer(command: CommandOptions, options: MockServerOptions): Promise<void> {
  const output = outputFor(command);
  const counter = new Counter();
  const fail = (error: unknown) => {
    throw startFailure(error, command);
  };
  let hasFailed = false;
  const watch = violationObserver((violation) => {
    hasFailed ||= isFailing(violation, command);
  });
  const server = await startObservedServer(options, [counter, output, watch]).catch(fail);
  warnOfOpenHost(command, server.adminToken);
  const { mode, url: upstream } = command;
  const studio = `${new URL(server.url).origin}/`;
  const started = { url: server.url, studio, version: packageVersion, mode, ...(upstream && { upstream }) };
  const stopped = stopSignal();
  output.started({ ...started, firstCall: firstCall(command, server.url) });
  if (command.open) openInBrowser(studio);
  await stopped;
  await server.close().catch(fail);
  const { requests, errors, warnings, notices } = counter;
  output.stopped({ requests, violations: errors, warnings, notices });
  process.exitCode = hasFailed ? 1 : 0;
}

/** Shows a page in the browser of whoever sits here; without one, nothing happens. */
function openInBrowser(address: string): void {
  const commands: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer' };
  const opened = spawn(commands[process.platform] ?? 'xdg-open', [address], {
    stdio: 'ignore',
    detached: true,
  });
  opened.on('error', () => undefined).unref();
}

/** Whether a violation gives the command the exit code 1. */
function isFailing(violation: Violation, { failOnViolation, failOn, allow }: CommandOptions): boolean {
  return (failOnViolation || failOn !== undefined) && fails(violation, { failOn, allow });
}

function warnOfOpenHost({ host, adminToken: given }: CommandOptions, adminToken: string | undefined): void {
  if (isLoopback(host)) return;
  const need = given === undefined ? `Authorization: Bearer ${adminToken}` : 'the token that was given';
  process.stderr.write(
    `Everyone who can reach ${host} on this machine can use this server. Its admin routes need ${need}, and Studio asks for it.\n`,
  );
}

/** The first signal ends the wait; a second one, of a person who does not want to wait, ends the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function outputFor({ json, quiet, log, bodies: hasBodies }: CommandOptions): Output {
  const writeLine: WriteLine = (line) => process.stdout.write(`${line}\n`);
  const style = { hasColour: hasColour(process.stdout, process.env), isQuiet: quiet, hasBodies };
  const output = json ? jsonOutput(writeLine, { hasBodies }) : humanOutput(writeLine, style);
  return addressFirst(filteredOutput(output, { log, quiet }));
}

/** An output that says where the server is before anything that happens while it starts. */
function addressFirst(output: Output): Output {
  const early: (() => void)[] = [];
  let hasStarted = false;
  const show = (print: () => void) => {
    if (hasStarted) print();
    else early.push(print);
  };
  return {
    started(server) {
      output.started(server);
      hasStarted = true;
      for (const print of early) print();
    },
    exchanged: (...seen) => show(() => output.exchanged(...seen)),
    delivered: (...seen) => show(() => output.delivered(...seen)),
    attempted: (...seen) => show(() => output.attempted(...seen)),
    madeUncalled: (...seen) => show(() => output.madeUncalled(...seen)),
    stopped: (totals) => output.stopped(totals),
  };
}

/** A call to try first, as a command for a shell. */
function firstCall({ mode, spec }: CommandOptions, url: string): string {
  if (mode === 'proxy' || spec !== undefined) return `curl ${url}/__oms/health`;
  if (mode === 'mock') return `curl -H 'Authorization: Bearer test' ${url}/customers`;
  return `curl -H 'Content-Type: application/json' -d '{"apiKey":"sk_sdbx_any","apiSecret":"any"}' ${url}/auth/token`;
}
