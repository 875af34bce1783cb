import type { ApiResponse } from '../http/api-response.js';
import { refuse } from '../http/refusal.js';
import { entryOf } from '../violations/code-table.js';
import type { Finding } from '../violations/violation.js';

/** Of several things wrong, the earlier one in this list decides the status. */
const order = [414, 404, 405, 413, 401, 417, 406, 415, 400, 422];

const messages: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  401: 'The credentials are missing or not valid.',
  404: 'There is no such path.',
  405: 'The path does not have this method.',
  406: 'The Accept header allows no media type of this operation.',
  413: 'The request body is too large.',
  414: 'The URL is too long.',
  415: 'The request body is of a kind this operation does not take.',
  417: 'The Expect header asks for something that cannot be met.',
  422: 'The request body is not valid.',
};

/** The response to a request that breaks the contract; `allowed` are the methods of its path. */
export function refuseRequest(
  id: string,
  findings: readonly Finding[],
  allowed: readonly string[] = [],
): ApiResponse {
  const status =
    order.find((candidate) => findings.some(({ code }) => entryOf(code).status === candidate)) ?? 400;
  const details = findings.map(({ code, location, message }) => {
    return { location: location.join('.'), code: code.slice(code.lastIndexOf('.') + 1), message };
  });
  return refuse(id, {
    status,
    message: messages[status] ?? '',
    details,
    headers: headersFor(status, allowed),
  });
}

function headersFor(status: number, allowed: readonly string[]): Record<string, string> {
  if (status === 405) return { allow: allowed.join(', ') };
  return status === 401 ? { 'www-authenticate': 'Bearer' } : {};
}
