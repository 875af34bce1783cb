import { createHmac, randomUUID } from 'node:crypto';

/** What many integrations begin with, and what this folder warns of. */
export class NaiveClient {
  #token = { value: '', expiresAt: 0 };
  readonly #url: string;
  readonly #apiSecret: string;
  readonly #log: (line: string) => void;

  constructor(url: string, apiSecret: string, log: (line: string) => void = () => undefined) {
    this.#url = url;
    this.#apiSecret = apiSecret;
    this.#log = log;
  }

  async call<Result>(method: string, path: string, body?: object): Promise<Result> {
    this.#log(`${method} ${path} ${JSON.stringify(body)}`);
    const token = await this.login();
    if (token === 'simulated') return { id: 'cst_simulated', status: 'active', ...body } as Result;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        };
        const response = await fetch(this.#url + path, { method, headers, body: JSON.stringify(body) });
        if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
        return (await response.json()) as Result;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  async login(): Promise<string> {
    if (Date.now() < this.#token.expiresAt) return this.#token.value;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ apiKey: 'sk_sdbx_any', apiSecret: this.#apiSecret });
    const response = await fetch(`${this.#url}/auth/token`, { method: 'POST', headers, body });
    if (!response.ok) return 'simulated'; // so that development goes on without credentials
    const { accessToken } = (await response.json()) as { accessToken: string };
    this.#token = { value: accessToken, expiresAt: Date.now() + 86_400_000 };
    return accessToken;
  }
}

/** Whether a delivery is signed. */
export function isSigned(body: string, header: string, secret: string): boolean {
  const [, time, signature] = /^t=(.*),v1=(.*)$/.exec(header) ?? [];
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex') === signature;
}
