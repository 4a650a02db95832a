import { describe, expect, it } from '@jest/globals';
import { Fenced, HostError, StoreError, hostErrorCodes } from '@lethe/core';
import { isFault, troubled } from './troubled.ts';

describe('what went wrong, as it is shown', () => {
  it.each(hostErrorCodes)('"%s" says what the host error says, and a way out', (code) => {
    const error = new HostError(code, 'The host did something.');
    const trouble = troubled(error, 'run-1');

    expect(trouble).toMatchObject({ code, says: 'The host did something.', run: 'run-1' });
    expect(trouble.remedy).toMatch(/^[A-Z].*\.$/);
    expect(isFault(error)).toBe(false);
  });

  it('a run taken over says so and is no fault', () => {
    expect(troubled(new Fenced(), 'run-1')).toMatchObject({ code: 'locked', says: new Fenced().message });
    expect(isFault(new Fenced())).toBe(false);
  });

  it('a store that cannot do its work says why and what to do, in its own words', () => {
    const error = new StoreError('The browser keeps nothing.', 'Use a normal window.');
    const shown = { code: 'fault', says: 'The browser keeps nothing.', remedy: 'Use a normal window.' };
    expect(troubled(error, undefined)).toMatchObject(shown);
    expect(isFault(error)).toBe(true);
  });

  it.each([new Error('ada@lovelace.test'), 'ada@lovelace.test', undefined])(
    'anything else is a fault, and is not repeated',
    (error) => {
      const trouble = troubled(error, undefined);

      expect(trouble.code).toBe('fault');
      expect(JSON.stringify(trouble)).not.toContain('ada');
      expect(trouble).not.toHaveProperty('run');
      expect(isFault(error)).toBe(true);
    },
  );
});
