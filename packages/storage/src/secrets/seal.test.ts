import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';

import { seal, unseal } from './seal.ts';
import type { KeyRing, SealingKey } from './sealing-key.ts';

function keyCalled(id: string): SealingKey {
  return { id, bytes: randomBytes(32) };
}

function ringOf(current: SealingKey, ...older: readonly SealingKey[]): KeyRing {
  return { current, all: [current, ...older] };
}

describe('a sealed text', () => {
  const ring = ringOf(keyCalled('new'));

  it.each(['', 'Ada King', 'Ünïcode 😀', 'x'.repeat(100_000)])('opens to what it was', (text) => {
    expect(unseal(seal(text, 'plan-1', ring), 'plan-1', ring)).toBe(text);
  });

  it('looks different each time, even for the same text', () => {
    const [one, other] = [seal('same', 'plan-1', ring), seal('same', 'plan-1', ring)];
    expect(one.bytes.equals(other.bytes)).toBe(false);
    expect(one.bytes.includes('same')).toBe(false);
  });

  it('does not open in the place of another', () => {
    const sealed = seal('text', 'plan-1', ring);
    expect(() => unseal(sealed, 'plan-2', ring)).toThrow('was changed or moved');
  });

  it.each([0, 11, 12, 20, -1])('does not open when the byte at %i was changed', (at) => {
    const { keyId, bytes } = seal('a text of some length', 'plan-1', ring);
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    expect(() => unseal({ keyId, bytes }, 'plan-1', ring)).toThrow('was changed or moved');
  });

  it('does not open when it was cut short', () => {
    const { keyId, bytes } = seal('a text of some length', 'plan-1', ring);
    for (const length of [0, 5, 27, bytes.length - 1]) {
      expect(() => unseal({ keyId, bytes: bytes.subarray(0, length) }, 'plan-1', ring)).toThrow('was changed or moved');
    }
  });

  it('opens with an older key that is still in the ring, and names one that is not', () => {
    const old = keyCalled('old');
    const sealed = seal('text', 'plan-1', ringOf(old));
    expect(unseal(sealed, 'plan-1', ringOf(keyCalled('new'), old))).toBe('text');
    expect(() => unseal(sealed, 'plan-1', ring)).toThrow(/\(old\).*LETHE_OLD_KEYS/);
  });
});
