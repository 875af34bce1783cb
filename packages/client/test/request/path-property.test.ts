import { InvalidArgumentError } from '@oms-sdk/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observedClient } from '../harness/observed-client.js';

const baseUrl = 'https://host.example';
const { client, requests } = observedClient(undefined, { baseUrl, token: async () => 'token' });
const hostile = fc.array(
  fc.constantFrom('.', '%2e', '%2E', '%', '/', '\\', '?', '#', '{id}', '\t', '\n', '\0', '\ud800', 'a'),
  {
    maxLength: 6,
  },
);
const ids = fc.oneof(
  fc.string({ unit: 'binary' }),
  hostile.map((parts) => parts.join('')),
);

test('fills in one segment that a URL parser leaves alone, or refuses', async () => {
  await fc.assert(
    fc.asyncProperty(ids, async (id) => {
      const path = await sentPath(id);
      if (path === undefined) return;

      expect(new URL(baseUrl + path)).toMatchObject({
        origin: baseUrl,
        pathname: path,
        search: '',
        hash: '',
      });
      expect(path.split('/')).toHaveLength(4);
      expect(decodeURIComponent(path.split('/')[2] ?? '')).toBe(id);
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test('refuses whatever is not a string', async () => {
  const others = fc.anything().filter((value) => typeof value !== 'string');

  await fc.assert(
    fc.asyncProperty(others, async (id) => {
      await expect(client.wallets.get(id as string)).rejects.toThrow(InvalidArgumentError);
    }),
    { seed: 1 },
  );
});

async function sentPath(id: string): Promise<string | undefined> {
  try {
    await client.request('GET', '/customers/{id}/wallets', { params: { path: { id } } });
    return requests.at(-1)?.url.slice(baseUrl.length);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return undefined;
  }
}
