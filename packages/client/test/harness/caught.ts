/** What a call rejects with or a function throws; fails the test when neither happens. */
export async function caught<E = Error>(work: PromiseLike<unknown> | (() => unknown)): Promise<E> {
  let value: unknown;
  try {
    value = await (typeof work === 'function' ? work() : work);
  } catch (error) {
    return error as E;
  }
  throw new Error(`Nothing was thrown; the result is of type ${typeof value}.`);
}
