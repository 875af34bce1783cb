/** Codes of failures before a connection stood: the name, the connect, or the certificate. */
const beforeConnection =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|CERT_\w+|ERR_TLS_CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/;

/** `not_sent` when the cause proves that no connection stood; a connection that broke leaves it `unknown`. */
export function outcomeOfConnection(cause: unknown): 'not_sent' | 'unknown' {
  return beforeConnection.test(codeOf(cause)) ? 'not_sent' : 'unknown';
}

/**
 * `fetch` keeps the code some causes down; an object that throws when it is looked at has none. A route that is lost while
 * reading or writing has the code of one that was never there.
 */
function codeOf(cause: unknown): string {
  try {
    for (let error = cause, depth = 0; depth < 4; depth += 1) {
      const { code, syscall, cause: inner } = Object(error) as Record<string, unknown>;
      if (typeof code === 'string') return syscall === 'read' || syscall === 'write' ? '' : code;
      error = inner;
    }
  } catch {}
  return '';
}
