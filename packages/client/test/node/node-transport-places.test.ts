import { ConfigurationError } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a browser', 'process', undefined],
  ['Node before 20.16', 'process', { versions: {} }],
  ['Deno, where a connection that was closed while idle looks like one that was cut', 'Deno', {}],
])('nodeFetch refuses to run on %s', (_place, name, value) => {
  vi.stubGlobal(name, value);

  expect(() => nodeFetch()).toThrow(ConfigurationError);
});
