import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The cookie of a session. HTTPS alone carries it, except on this machine; behind a proxy, a request does not show which it was. */
export class SessionCookie {
  readonly #secure: boolean;
  readonly #name: string;

  /** @param publicUrl - The address that people open. */
  constructor(publicUrl: string) {
    const { protocol, hostname } = new URL(publicUrl);
    this.#secure = protocol === 'https:';
    if (!this.#secure && !['127.0.0.1', '[::1]', 'localhost'].includes(hostname))
      throw new Error('The address that people open has to begin with https:');
    this.#name = this.#secure ? '__Host-session' : 'session';
  }

  read(c: Context): string {
    return getCookie(c, this.#name) ?? '';
  }

  write(c: Context, session: string): void {
    setCookie(c, this.#name, session, {
      httpOnly: true,
      sameSite: 'Strict',
      secure: this.#secure,
      path: '/',
    });
  }
}
