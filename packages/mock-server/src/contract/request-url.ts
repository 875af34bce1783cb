import type { Finding } from '../violations/violation.js';

/** A request target, taken apart and decoded. */
export interface RequestUrl {
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Path and query as they were sent, without scheme and host. */
  readonly target: string;
}

const longest = 8000;
const absoluteForm = /^https?:\/\/[^/?#]*/i;

/** Takes a request target apart; refuses what could be read in more than one way. */
export function readUrl(rawTarget: string): RequestUrl | Finding {
  if (rawTarget.length > longest) return flaw('request.url.too-long', 'Has more than 8,000 characters.');
  const target = rawTarget.replace(absoluteForm, '');
  if (!target.startsWith('/')) return flaw('request.url.malformed', 'Has no path.');
  if (/[^\x21-\x7e]|#/.test(target)) return flaw('request.url.malformed', 'Has a character to be encoded.');
  const [path = '', ...rest] = target.split('?');
  const segments = decodeAll(path.slice(1).split('/'));
  const query = rest.join('?');
  if (segments === undefined || decodeAll([query]) === undefined) {
    return flaw('request.url.malformed', 'Has a percent-escape that is not UTF-8 text.');
  }
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    return flaw('request.url.dot-segment', 'Has a `.` or `..` segment.');
  }
  return { segments, query: new URLSearchParams(query), target };
}

function decodeAll(texts: readonly string[]): string[] | undefined {
  try {
    return texts.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function flaw(code: Finding['code'], message: string): Finding {
  return { code, location: ['path'], message };
}
