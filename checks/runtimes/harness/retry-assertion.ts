/** The runtime's own, also where a test has fake timers: those would stand still between two attempts. */
const { setTimeout } = globalThis;
const now = performance.now.bind(performance);

/**
 * Repeats an assertion until it holds, and resolves to what it returned. Rejects with its last error once `timeout` is over;
 * both times are in milliseconds, and the defaults are those of vitest.
 */
export async function retryAssertion<T>(
  assertion: () => T,
  { timeout = 1000, interval = 50 } = {},
): Promise<Awaited<T>> {
  const end = now() + timeout;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
