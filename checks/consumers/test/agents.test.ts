import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { newerNode, runNode } from '../harness/run.js';

interface Case {
  readonly project: string;
  readonly file: string;
  readonly expected: object;
}

/** Tools that refuse this Node run on a newer one. */
const newest = 'traced-newest';
const ordinary = { authorization: 'Bearer token', isTraced: true, strange: [] };

/** What a program prints, which must be one line of JSON. */
async function printed({ project, file }: Case): Promise<unknown> {
  const folder = join(inject('installed'), project);
  const variables = { DD_INSTRUMENTATION_TELEMETRY_ENABLED: 'false' };
  const node = project === newest ? newerNode : undefined;
  const { status, output } = await runNode(join(folder, file), [], folder, variables, node);
  expect({ status, output }).toMatchObject({ status: 0 });
  return JSON.parse(output);
}

test.each<Case>([
  { project: 'traced', file: 'opentelemetry.js', expected: { ...ordinary, spans: 1 } },
  { project: 'traced', file: 'datadog.js', expected: { ...ordinary, isDatadog: true } },
  { project: 'traced', file: 'elastic.js', expected: ordinary },
  { project: 'traced', file: 'sentry.js', expected: { ...ordinary, isSentry: true } },
  { project: newest, file: 'opentelemetry-sdk-3.js', expected: { ...ordinary, spans: 1 } },
  { project: newest, file: 'datadog.js', expected: { ...ordinary, isDatadog: true } },
  { project: newest, file: 'new-relic.js', expected: ordinary },
])('$project/$file traces a request of nodeFetch, whose headers arrive', async (agent) => {
  expect(await printed(agent)).toEqual(agent.expected);
});

test.each<Case>([
  { project: 'traced', file: 'nock.js', expected: { id: 'cst_1' } },
  { project: 'traced', file: 'msw.js', expected: { id: 'cst_1', authorization: 'Bearer token' } },
  { project: newest, file: 'nock.js', expected: { id: 'cst_1' } },
  { project: newest, file: 'msw.js', expected: { id: 'cst_1', authorization: 'Bearer token' } },
])('$project/$file intercepts a request of nodeFetch', async (mock) => {
  expect(await printed(mock)).toEqual(mock.expected);
});
