import { expect, test } from 'vitest';

test('the fixture says which vitest it needs', async () => {
  await expect(import('@oms-sdk/mock-server/vitest')).rejects.toThrow(
    '@oms-sdk/mock-server/vitest needs Vitest 4.1 or newer',
  );
});
