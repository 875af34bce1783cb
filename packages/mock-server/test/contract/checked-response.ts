import { Contract } from '../../src/contract/contract.js';
import type { ApiResponse } from '../../src/http/message.js';
import type { Violation } from '../../src/violations/violation.js';
import { libraryPath } from '../library.js';

const contract = await Contract.open(libraryPath);

/** The violations that the contract finds in an answer that some server gives. */
export async function violationsIn(
  line: string,
  answer: Partial<ApiResponse>,
): Promise<readonly Violation[]> {
  const [method = '', path = ''] = line.split(' ');
  const headers = { authorization: 'Bearer any' };
  const complete = { status: 200, headers: { 'content-type': 'application/json' }, body: '', ...answer };
  const { violations } = await contract.exchange(
    { id: 'req_1', method, target: `/test/v9${path}`, headers, bytes: new Uint8Array() },
    { responseBlame: 'server', forward: () => complete },
  );
  return violations;
}

/** Each of them as `code location`, after its severity where it is no error. */
export async function checkedResponse(line: string, answer: Partial<ApiResponse>): Promise<string[]> {
  return (await violationsIn(line, answer)).map(({ code, location, severity }) => {
    return `${severity === 'error' ? '' : `${severity} `}${code} ${location.join('.')}`;
  });
}
