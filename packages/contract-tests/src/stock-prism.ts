import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { specFile } from './spec.js';

/** A running `prism mock`. */
export interface StockPrism extends AsyncDisposable {
  readonly url: string;
}

const cli = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));

/** Starts the stock `prism mock` on the bundled spec: an independent second check. */
export async function startStockPrism(): Promise<StockPrism> {
  const port = await freePort();
  const child = spawn(process.execPath, [cli, 'mock', specFile, '--port', String(port), '--errors'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await untilListening(child);
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(child: ChildProcess): Promise<void> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    if (line.includes('Prism is listening')) return void child.stdout?.resume();
  }
  throw new Error('prism mock ended before it was listening.');
}
