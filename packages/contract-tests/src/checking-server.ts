import { type MockServer, startMockServer, type Violation } from '@oms-sdk/mock-server';
import type { Operation } from '../../codegen/src/model/spec-model.js';
import type { WireRequest } from './mutations/request-mutations.js';
import { findOperation, readSpec, type Spec } from './spec.js';

/** A response of an operation, to be checked against the spec. */
export interface CheckedResponse {
  readonly operationId: string;
  readonly status: string;
  readonly body: unknown;
}

/** Sends one request to a mock server and returns its violations, without the notice of an operation that is only announced. */
export async function violationsOfRequest(
  server: MockServer,
  { path, ...init }: WireRequest,
): Promise<readonly Violation[]> {
  server.reset();
  await server.fetch(server.url + path, init);
  return server.violations.filter(
    ({ direction, code }) => direction === 'request' && code !== 'request.operation.preview',
  );
}

/**
 * A mock server that returns each of `answers` at `GET /checked/<index>`, declared as its operation declares it, and takes
 * each event of the spec at `POST /events/<name>`.
 */
export function startCheckingServer(answers: readonly CheckedResponse[]): Promise<MockServer> {
  const spec = readSpec();
  for (const [index, answer] of answers.entries())
    spec.paths[`/checked/${index}`] = checkedPath(spec, answer, index);
  for (const [name, item] of Object.entries(spec.webhooks))
    spec.paths[`/events/${name}`] = { post: item.post };
  return startMockServer({ mode: 'mock', spec, listen: false });
}

/** The violations of response number `index` of {@link startCheckingServer}. */
export async function violationsOfResponse(
  server: MockServer,
  index: number,
  status: string,
): Promise<readonly Violation[]> {
  server.reset();
  await server.fetch(`${server.url}/checked/${index}`, { headers: { prefer: `code=${status}` } });
  return server.violations;
}

function checkedPath(
  spec: Spec,
  { operationId, status, body }: CheckedResponse,
  index: number,
): Spec['paths'][string] {
  const content = declaredContent(findOperation(spec, operationId), status);
  const examples = { checked: { value: JSON.parse(JSON.stringify(body)) as unknown } };
  const response = { description: 'Checked', content: { 'application/json': { ...content, examples } } };
  const get = { operationId: `getChecked${index}`, security: [], responses: { [status]: response } };
  return { get } as Spec['paths'][string];
}

function declaredContent({ operationId, responses }: Operation, status: string): object {
  const { node } = responses.find((response) => response.status === status) ?? {};
  const content = Object(node?.['content'])['application/json'] as object | undefined;
  if (content === undefined) throw new Error(`${operationId} declares no JSON for status ${status}.`);
  return content;
}
