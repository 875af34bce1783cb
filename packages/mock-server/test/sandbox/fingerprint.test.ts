import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprintWith } from '../../src/sandbox/state/ids.js';
import { sha256 } from '../../src/sandbox/state/sha256.js';

test.each(['', 'abc', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'Łukasz 🦊', '\ud800 alone'])(
  'the own SHA-256 of %j is the native one',
  (text) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  },
);

test('where a part ends counts', () => {
  const fingerprint = fingerprintWith(sha256);

  expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
});
