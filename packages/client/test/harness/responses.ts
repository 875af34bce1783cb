/** A response with a JSON body, as the API sends it. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A response whose body arrives as these chunks; a chunk that is a promise makes the reader wait for it. */
export function streamed(chunks: readonly (string | Uint8Array | Promise<string>)[], status = 200): Response {
  const rest = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await rest.shift();
      if (chunk === undefined) return controller.close();
      controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
    },
  });
  return new Response(body, { status, headers: { 'content-type': 'application/json' } });
}

/** A promise that is never settled: a server that keeps the line open and says nothing. */
export const silence = new Promise<never>(() => undefined);
