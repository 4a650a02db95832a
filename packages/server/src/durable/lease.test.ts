import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Fenced } from '@lethe/core';
import { Lease } from './lease.ts';

const VALID = 5_000;

describe('a lease', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function asked(...answers: readonly boolean[]) {
    const calls: number[] = [];
    const lease = new Lease(VALID, async () => {
      calls.push(calls.length);
      return answers[calls.length - 1] ?? true;
    });
    return { lease, calls };
  }

  it('holds for a while without asking anybody, and longer when it is renewed', async () => {
    const { lease, calls } = asked();
    jest.advanceTimersByTime(VALID - 1);
    await lease.confirm();
    lease.renew();
    jest.advanceTimersByTime(VALID - 1);
    await lease.confirm();
    expect(calls).toEqual([]);
  });

  it('is asked about once more by a process that has been away', async () => {
    const { lease, calls } = asked(true);
    jest.advanceTimersByTime(VALID + 1);
    await lease.confirm();
    await lease.confirm();
    expect(calls).toEqual([0]);
  });

  it('is over for good when others have the run', async () => {
    const { lease, calls } = asked(false, true);
    jest.advanceTimersByTime(VALID + 1);
    await expect(lease.confirm()).rejects.toThrow(Fenced);
    await expect(lease.confirm()).rejects.toThrow(Fenced);
    expect(calls).toEqual([0]);
  });

  it('is old at once when the clock of the machine has jumped though it stood still itself', async () => {
    const { lease, calls } = asked(true);
    jest.setSystemTime(Date.now() + 3_600_000);
    await lease.confirm();
    expect(calls).toEqual([0]);
  });

  it('is asked about until an answer has come in time: the process may have been away while it was under way', async () => {
    const calls: number[] = [];
    const lease = new Lease(VALID, async () => {
      calls.push(calls.length);
      if (calls.length === 1) jest.advanceTimersByTime(VALID + 1);
      return true;
    });
    jest.advanceTimersByTime(VALID + 1);
    await lease.confirm();
    expect(calls).toEqual([0, 1]);
  });
});
