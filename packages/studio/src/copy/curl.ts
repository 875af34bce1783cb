import type { WholeExchange } from '../admin-api.js';

/** Header fields that say something about the request, and not about the connection or the program that sent it. */
const told = ['content-type', 'accept', 'idempotency-key'];

/** An exchange as a command, with a token from the environment. */
export function curlOf({ method, target, request }: WholeExchange, origin: string): string {
  const headers = Object.entries(request.headers).filter(([name]) => told.includes(name));
  const hasToken = Object.hasOwn(request.headers, 'authorization');
  return [
    `curl -sS -X ${/^[A-Z]+$/.test(method) ? method : shellQuoted(method)} ${shellQuoted(`${origin}${target}`)}`,
    ...(hasToken ? ['-H "Authorization: Bearer $OMS_TOKEN"'] : []),
    ...headers.map(([name, value]) => `-H ${shellQuoted(`${name}: ${value}`)}`),
    ...(request.body.text === '' ? [] : [`--data-raw ${shellQuoted(request.body.text)}`]),
  ].join(' \\\n  ');
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
