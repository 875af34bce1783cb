import { describeFieldError } from '../errors/api-error.js';
import type { LogFields, Logger } from '../options.js';
import {
  isAbort,
  isError,
  type ReceivedResponse,
  type RequestRecord,
  type Step,
} from '../request/pipeline.js';

/** Logs every request: a success with `debug`, anything else with `warn`. Does nothing without a logger. */
export function logging(logger: Logger | undefined): Step {
  return (next) => {
    if (logger === undefined) return next;
    return async (request) => {
      const start = performance.now();
      const log = (level: 'debug' | 'warn', end: string, fields: Partial<LogFields>) => {
        const durationMs = Math.round(performance.now() - start);
        const { operation, attempt } = request;
        const message = `OMS ${operation} ${end} in ${durationMs} ms`;
        logSafely(logger, level, message, { operation, attempt, durationMs, ...fields });
      };
      try {
        const received = await next(request);
        const status = String(received.response.status);
        log(isError(received) ? 'warn' : 'debug', status, fieldsOf(received));
        const fieldErrors = received.fieldErrors.map(describeFieldError);
        if (fieldErrors.length > 0) {
          log('debug', `${status}: ${fieldErrors.join(', ')}`, { ...fieldsOf(received), fieldErrors });
        }
        return received;
      } catch (error) {
        const name = nameOf(error, request);
        log('warn', name, { error: name });
        throw error;
      }
    };
  };
}

function fieldsOf({ response, requestId }: ReceivedResponse): Partial<LogFields> {
  return { status: response.status, ...(requestId !== undefined && { requestId }) };
}

/** The reason of a caller's abort may be anything, so only that there was one is logged. */
function nameOf(error: unknown, request: RequestRecord): string {
  if (isAbort(error, request)) return 'aborted';
  return error instanceof Error ? error.name : 'error';
}

/** A logger that fails, at once or as a promise, must not fail the call or the process. */
async function logSafely(
  logger: Logger,
  level: 'debug' | 'warn',
  message: string,
  fields: LogFields,
): Promise<void> {
  try {
    await logger[level](message, fields);
  } catch {}
}
