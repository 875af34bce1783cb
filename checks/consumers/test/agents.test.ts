import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { runNode } from '../harness/run.js';

const project = join(inject('installed'), 'traced');
const ordinary = { authorization: 'Bearer token', isTraced: true, strange: [] };

/** What a program of the project prints, which must be one line of JSON. */
async function printed(file: string): Promise<unknown> {
  const { status, output } = await runNode(join(project, file), [], project, {
    DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false',
  });
  expect({ status, output }).toMatchObject({ status: 0 });
  return JSON.parse(output);
}

test.each([
  ['OpenTelemetry', 'opentelemetry.js', { ...ordinary, spans: 1 }],
  ['Datadog', 'datadog.js', { ...ordinary, isDatadog: true }],
  ['Elastic APM', 'elastic.js', ordinary],
])('%s traces a request of nodeFetch, whose headers arrive', async (_, file, expected) => {
  expect(await printed(file)).toEqual(expected);
});

test.each([
  ['nock', 'nock.js', { id: 'cst_1' }],
  ['MSW', 'msw.js', { id: 'cst_1', authorization: 'Bearer token' }],
])('%s intercepts a request of nodeFetch', async (_, file, expected) => {
  expect(await printed(file)).toEqual(expected);
});
