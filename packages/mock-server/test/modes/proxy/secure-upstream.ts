import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { selfSigned } from './self-signed-certificate.js';
import { json, soundPage } from './upstream.js';

/** A base URL that answers over TLS until the test ends, and the file of its certificate, for which nobody vouches. */
export async function secureUpstream(): Promise<{ readonly url: string; readonly certificate: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'oms-tls-'));
  const certificate = join(folder, 'certificate.pem');
  const pair = selfSigned();
  writeFileSync(certificate, pair.cert);
  const server = createServer(pair, json(200, soundPage));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v0.9`, certificate };
}
