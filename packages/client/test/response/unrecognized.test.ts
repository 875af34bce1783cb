import { assertUnrecognized, type Customer } from '@oms-sdk/client';
import { expect, test } from 'vitest';

test('returns the value that no branch knows', () => {
  const status = 'dormant' as Customer['status'];

  const label = (() => {
    switch (status) {
      case 'active':
        return 'open';
      case 'inactive':
        return 'closed';
      default:
        return assertUnrecognized(status);
    }
  })();

  expect(label).toBe('dormant');
});
