import { readdirSync } from 'node:fs';
import type { MockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCheckingServer, violationsOfRequest, violationsOfResponse } from '../src/checking-server.js';
import { type DocumentedSample, documentedSamples, readSample } from '../src/documented-pages.js';
import { tableAfter } from '../src/markdown-table.js';
import { findOperation, readSpec } from '../src/spec.js';

const answers = documentedSamples.flatMap((message) => {
  const { operationId, status } = message;
  return status === undefined ? [] : [{ message, operationId, status, body: readSample(message) }];
});

let server: MockServer;
beforeAll(async () => {
  server = await startCheckingServer(answers);
});
afterAll(() => server.close());

/** Where the spec objects to a documented body, below its root. */
async function refusedLocations(message: DocumentedSample): Promise<string[]> {
  const index = answers.findIndex((answer) => answer.message === message);
  const violations =
    message.status === undefined
      ? await violationsOfRequest(server, wireRequest(message))
      : await violationsOfResponse(server, index, message.status);
  return violations.map(({ location }) => location.slice(1).join('/')).sort();
}

function wireRequest(message: DocumentedSample) {
  const headers = {
    authorization: 'Bearer example',
    'content-type': 'application/json',
    'idempotency-key': 'key-1',
    'webhook-signature': 't=1,v1=00',
  };
  const body = JSON.stringify(readSample(message));
  const { operationId } = message;
  if (operationId.startsWith('receive'))
    return { method: 'POST', path: eventPath(operationId), headers, body };
  const { method, path } = findOperation(readSpec(), operationId);
  return {
    method,
    path: path.replace(/\{\w+\}/, 'cst_01H9Xa8F5dN6mP3q'),
    headers,
    body,
  };
}

function eventPath(operationId: string): string {
  const events = Object.entries(readSpec().webhooks);
  const name = events.find(([, { post }]) => post.operationId === operationId)?.[0];
  expect(name, operationId).toBeDefined();
  return `/events/${name}`;
}

describe('the documented body', () => {
  test.each(documentedSamples.filter(({ refused }) => refused === undefined))(
    '$file matches the contract',
    async (message) => {
      expect(await refusedLocations(message)).toEqual([]);
    },
  );

  test.each(documentedSamples.filter(({ refused }) => refused !== undefined))(
    '$file is refused: $refused.reason',
    async (message) => {
      expect(await refusedLocations(message)).toEqual(message.refused?.locations);
    },
  );
});

test('every sample is checked', () => {
  const files = readdirSync(new URL('../documented/samples', import.meta.url)).sort();
  expect(documentedSamples.map(({ file }) => `${file}.json`).sort()).toEqual(files);
});

test('CURATION.md lists every sample that the spec refuses', () => {
  const refused = documentedSamples.flatMap(({ file, refused }) => (refused === undefined ? [] : [file]));
  const listed = tableAfter('openapi/CURATION.md', '## reference-samples').map(([file = '']) => file);
  expect(listed.sort()).toEqual(refused.sort());
});
