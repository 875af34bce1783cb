import { exitCodes } from './exit-codes.js';
import { readSettings } from './read-settings.js';
import { checkOnboarding } from './run-workflows.js';

const settings = readSettings(process.env, process.argv.slice(2));
if (typeof settings === 'string') {
  console.error(settings);
  process.exitCode = exitCodes.unknown;
} else {
  // Client and mock server take seconds to load; a missing setting is reported without them.
  const { checkLive } = await import('./check-live.js');
  const writeLine = (line: string) => console.log(line);
  const code = await checkLive(settings, writeLine).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The check could not begin.');
    return exitCodes.unknown;
  });
  const isKnown = code !== exitCodes.unknown;
  process.exitCode = isKnown ? Math.max(code, await checkOnboarding(settings, writeLine)) : code;
}
