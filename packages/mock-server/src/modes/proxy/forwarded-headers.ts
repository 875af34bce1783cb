import type { HeaderLines, RawRequest } from '../../http/message.js';

/** Fields about one connection (RFC 9110, section 7.6.1), and the framing of a body that was read in full. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The fields that are not for a single connection. */
export function endToEnd(lines: HeaderLines): HeaderLines {
  const named = lines
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((name) => name.trim().toLowerCase()));
  return lines.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.includes(name.toLowerCase()));
}

/** The fields of a request as the upstream gets them: for its host, and with the length that is sent. */
export function forwardedHeaders(
  { method, headers, headerLines = Object.entries(headers), bytes }: RawRequest,
  host: string,
): HeaderLines {
  const isSettled = (name: string, value: string) =>
    ['host', 'content-length'].includes(name) || (name === 'expect' && /^100-continue$/i.test(value));
  const kept = endToEnd(headerLines).filter(([written, value]) => {
    const name = written.toLowerCase();
    return Object.hasOwn(headers, name) && !isSettled(name, value);
  });
  const isFramed = bytes.byteLength > 0 || ['POST', 'PUT', 'PATCH'].includes(method);
  return [
    ['host', host],
    ...kept,
    ...(isFramed ? [['content-length', String(bytes.byteLength)] as const] : []),
  ];
}
