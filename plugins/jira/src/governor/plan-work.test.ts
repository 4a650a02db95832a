import { describe, expect, it, jest } from '@jest/globals';
import { governedRun } from '../../test/governed-run.ts';
import { overHttp } from '../../test/ways.ts';
import { estimateFor, workOf } from './plan-work.ts';

jest.setTimeout(120_000);

describe('the work a plan is', () => {
  it.each([
    ['one request', { comments: [2] }],
    ['some requests with files', { comments: [3, 0, 12, 4], files: 2 }],
    ['a long request', { comments: [60, 3] }],
    ['many requests', { comments: Array.from({ length: 120 }, () => 2) }],
  ])('is told beforehand to a tenth: %s', async (_, given) => {
    const { plan, runCalls, runPoints } = await governedRun({ way: overHttp, ...given });
    const { inTurn, writesByIssue, points } = workOf(plan);
    const calls = writesByIssue.reduce((sum, some) => sum + some, inTurn);
    expect(Math.abs(calls - runCalls)).toBeLessThanOrEqual(runCalls / 10 + 3);
    expect(Math.abs(points - runPoints)).toBeLessThanOrEqual(runPoints / 10 + 5);
  });

  it('takes longer the more there is, and much longer where points are short', async () => {
    const { plan: small } = await governedRun({ way: overHttp, comments: [2] });
    const { plan: large } = await governedRun({ way: overHttp, comments: [20, 20, 20] });
    expect(estimateFor(large)).toBeGreaterThan(estimateFor(small));
    expect(estimateFor(large, { share: 40 })).toBeGreaterThan(3_600);
  });
});
