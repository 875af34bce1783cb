import { InvalidArgumentError } from '@oms-sdk/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPath } from '../../src/request/path.js';

const origin = 'https://host.example';
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

test('fills in one segment that a URL parser leaves alone, or refuses', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const path = filled(id);
      if (path === undefined) return;

      expect(new URL(origin + path)).toMatchObject({ origin, pathname: path, search: '', hash: '' });
      expect(path.split('/')).toHaveLength(4);
      expect(decodeURIComponent(path.split('/')[2] ?? '')).toBe(id);
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('refuses whatever is not a string', () => {
  const others = fc.anything().filter((value) => typeof value !== 'string');

  fc.assert(
    fc.property(others, (id) => {
      expect(() => fillPath('/wallets/{id}', { id })).toThrow(InvalidArgumentError);
    }),
    { seed: 1 },
  );
});

function filled(id: string): string | undefined {
  try {
    return fillPath('/customers/{id}/wallets', { id });
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return undefined;
  }
}
