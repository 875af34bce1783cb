import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import type { Body, Schema } from '../../codegen/src/model/spec-model.js';
import { walkOperations } from '../src/live/walk-operations.js';
import { modelOf, readSpec } from '../src/spec.js';

const { operations, resolve } = modelOf(readSpec());
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

/** What each operation takes and also returns: single values by name, as the examples of the spec have them. */
const shared = new Map(
  operations.flatMap(({ operationId, name, body, responses }) => {
    const returned = responses.find(({ status }) => status.startsWith('2'))?.body;
    const fields = Object.entries(valuesIn(body)).filter(([field]) => field in valuesIn(returned));
    return fields.length === 0 ? [] : [[operationId, { name, fields: Object.fromEntries(fields) }] as const];
  }),
);

/** An example of each property that is a single value and may be read. */
function valuesIn(body: Body | undefined): Record<string, unknown> {
  const { properties = {} } = body === undefined ? {} : resolve(body.schema);
  const single = Object.entries(properties)
    .map(([name, property]) => [name, resolve(property)] as const)
    .filter(([, property]) => isSingle(property) && property.writeOnly !== true);
  return Object.fromEntries(single.map(([name, { examples = [] }]) => [name, examples[0]]));
}

function isSingle({ type = 'object' }: Schema): boolean {
  return ![type].flat().some((one) => one === 'object' || one === 'array');
}

test('the sandbox returns every field that was sent and can be read', async () => {
  await using server = await startMockServer({ mode: 'sandbox', listen: false, checks: 'immediate' });
  const sent = new Set<string>();
  const lost: string[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    const call = operationOf(url, init.method);
    if (call === undefined) return server.fetch(url, init);
    const { operationId, fields } = call;
    const body = { ...fields, ...(JSON.parse(String(init.body)) as object) } as Record<string, unknown>;
    const response = await server.fetch(url, { ...init, body: JSON.stringify(body) });
    const returned = (await response.clone().json()) as Record<string, unknown>;
    sent.add(operationId);
    for (const name of Object.keys(fields))
      if (returned[name] !== body[name])
        lost.push(`${operationId}: sent ${name}, and got back ${String(returned[name])}`);
    return response;
  };

  await walkOperations(new OmsClient({ ...credentials, baseUrl: server.url, fetch }), credentials, () => {});

  expect(lost).toEqual([]);
  expect([...sent].sort()).toEqual([...shared.keys()].sort());
});

/** The operation of a request, if it takes fields that it returns. */
function operationOf(url: string | URL | Request, method = 'GET') {
  const path = new URL(String(url)).pathname.replace('/v0.9', '');
  const found = [...shared].find(([, { name }]) => {
    const pattern = new RegExp(`^${name.replace(/\{\w+\}/g, '[^/]+')}$`);
    return pattern.test(`${method} ${path}`);
  });
  return found && { operationId: found[0], ...found[1] };
}
