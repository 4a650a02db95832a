import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import { onDisk } from './disk-error.ts';

describe('What the disk throws', () => {
  it.each([
    ['ENOSPC', 'down', 'make room'],
    ['EACCES', 'not-permitted', 'rights'],
    ['EROFS', 'not-permitted', 'rights'],
    ['EIO', 'down', 'still there'],
  ])('%s becomes "%s" and says what to do', (code, becomes, remedy) => {
    const error = thrownBy(() => Object.assign(new TypeError('open /home/mira/desk'), { code }));
    expect(error).toMatchObject({ code: becomes });
    expect(String(error)).toContain(remedy);
    expect(String(error)).not.toContain('mira');
  });

  it('leaves alone what is said already', () => {
    const error = new HostError('gone', 'It is gone: look elsewhere.');
    expect(thrownBy(() => error)).toBe(error);
  });
});

function thrownBy(make: () => Error): unknown {
  try {
    onDisk(() => {
      throw make();
    });
  } catch (error) {
    return error;
  }
  return undefined;
}
