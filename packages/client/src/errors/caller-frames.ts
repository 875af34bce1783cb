import { OmsError } from './oms-error.js';

/** An error that many calls share, such as that of a token exchange, gets the frames of each until this is reached. */
const longestStack = 10_000;

/**
 * Adds to the stack of an error of this SDK the functions that wait for the call. To be called where the outermost function
 * of a call catches the error: engines know there who waits for it, which nothing knows where the error is made.
 */
export function addCallerFrames(error: unknown): unknown {
  if (!(error instanceof OmsError)) return error;
  const { stack } = error;
  const { stack: here } = new Error();
  if (typeof stack !== 'string' || typeof here !== 'string' || stack.length > longestStack) return error;
  const frames = here.split('\n').filter((line) => /^ +at /.test(line) && !stack.includes(line));
  error.stack = [stack, ...frames].join('\n');
  return error;
}
