import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

const globals = [
  'AbortController',
  'AbortSignal',
  'Headers',
  'Request',
  'Response',
  'ReadableStream',
  'TextDecoder',
  'TextEncoder',
  'crypto',
  'fetch',
];

test.each(['index', 'errors', 'webhooks', 'node', 'openapi-fetch', 'models', 'testing'])(
  'the entry %s can be imported where the runtime has nothing',
  async (entry) => {
    vi.resetModules();
    const load = () => import(`../src/${entry}.ts`);
    await load();
    vi.resetModules();
    for (const name of globals) vi.stubGlobal(name, undefined);

    expect(Object.keys(await load())).toBeInstanceOf(Array);
  },
);
