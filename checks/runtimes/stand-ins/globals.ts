/** Globals of Node that tests use and other runtimes lack; the client never uses them. */
export { Buffer } from 'buffer/';

/** Runs a callback in a turn of its own. */
export function setImmediate(callback: () => void): unknown {
  return setTimeout(callback);
}
