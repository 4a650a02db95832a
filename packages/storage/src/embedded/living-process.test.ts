import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';

import { findProcess, lookWithPs, ownSignature, stillRuns } from './living-process.ts';

async function pidOfEnded(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'close');
  return child.pid!;
}

describe('a process on this machine', () => {
  it('is found while it runs and not afterwards', async () => {
    expect(await findProcess(process.pid)).toMatchObject({ pid: process.pid });
    expect(await findProcess(await pidOfEnded())).toBeUndefined();
  });

  it('signs so that it is known to run', async () => {
    expect(await stillRuns(await ownSignature())).toBe(true);
    expect(await stillRuns(`${await pidOfEnded()}:1`)).toBe(false);
  });

  it('is not taken for an earlier one with the same pid', async () => {
    const own = await ownSignature();
    expect(own).not.toBe(`${process.pid}:`);
    expect(await stillRuns(`${process.pid}:an earlier start`)).toBe(false);
  });

  it('is taken to run when its start is unknown', async () => {
    expect(await stillRuns(`${process.pid}:`)).toBe(true);
  });

  it.each(['', 'nonsense', ':', '12'])('is nobody when the signature is %j', async (signature) => {
    expect(await stillRuns(signature)).toBe(false);
  });

  it('is seen by ps where there is no /proc', async () => {
    const seen = await lookWithPs(process.pid);
    expect(seen?.name).toMatch(/node|jest|MainThread/);
    expect(seen?.startedAt).toMatch(/\d\d:\d\d:\d\d/);
    expect(await lookWithPs(await pidOfEnded())).toBeUndefined();
  });
});
