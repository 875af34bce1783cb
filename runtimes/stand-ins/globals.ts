/** What tests take for granted, and a runtime without Node does not have; the client never uses them. */
export { Buffer } from 'buffer/';

/** Runs a callback in a turn of its own. */
export function setImmediate(callback: () => void): unknown {
  return setTimeout(callback);
}
