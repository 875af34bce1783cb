import { ConfigurationError } from '../errors/configuration-error.js';
import type { Logger } from '../logger.js';
import { readEnvironmentVariable } from './environment-variable.js';

/**
 * The logger that was given, or `console` as far as `OMS_LOG` asks for it.
 *
 * @throws {ConfigurationError}
 */
export function resolveLogger(given: Logger | undefined): Logger | undefined {
  if (given !== undefined) return checkLogger(given);
  const level = readEnvironmentVariable('OMS_LOG');
  if (level === undefined || level === 'off') return undefined;
  const { console } = globalThis;
  if (level === 'debug') return console;
  if (level === 'warn') return { debug: () => undefined, warn: (...entry) => console.warn(...entry) };
  throw new ConfigurationError('logger', 'The environment variable OMS_LOG must be debug, warn or off.');
}

function checkLogger(logger: Logger): Logger {
  if (typeof logger?.debug === 'function' && typeof logger.warn === 'function') return logger;
  throw new ConfigurationError('logger', 'logger must have the methods debug and warn, as console has.');
}
