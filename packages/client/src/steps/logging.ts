import type { LogFields, Logger } from '../logger.js';
import {
  isAbort,
  isError,
  type ReceivedResponse,
  type RequestRecord,
  type Step,
} from '../request/pipeline.js';

/** Tells the logger of every request: a success with `debug`, anything else with `warn`. */
export function logging(logger: Logger): Step {
  return (next) => async (request) => {
    const start = performance.now();
    const tell = (level: 'debug' | 'warn', end: string, fields: Partial<LogFields>) => {
      const durationMs = Math.round(performance.now() - start);
      const { operation } = request;
      const message = `OMS ${operation} ${end} in ${durationMs} ms`;
      tellSafely(logger, level, message, { operation, attempt: request.attempt, durationMs, ...fields });
    };
    try {
      const received = await next(request);
      tell(isError(received) ? 'warn' : 'debug', String(received.response.status), fieldsOf(received));
      return received;
    } catch (error) {
      const name = nameOf(error, request);
      tell('warn', name, { error: name });
      throw error;
    }
  };
}

function fieldsOf({ response, requestId }: ReceivedResponse): Partial<LogFields> {
  return { status: response.status, ...(requestId !== undefined && { requestId }) };
}

/** The reason of a caller's abort may be anything, so only its being one is told. */
function nameOf(error: unknown, request: RequestRecord): string {
  if (isAbort(error, request)) return 'aborted';
  return error instanceof Error ? error.name : 'error';
}

/** A logger that fails, at once or as a promise, must not fail the call or the process. */
async function tellSafely(
  logger: Logger,
  level: 'debug' | 'warn',
  message: string,
  fields: LogFields,
): Promise<void> {
  try {
    await logger[level](message, fields);
  } catch {}
}
