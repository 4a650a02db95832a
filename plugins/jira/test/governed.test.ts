import { describe, expect, it, jest } from '@jest/globals';
import { governedRun } from './governed-run.ts';
import { inForge, overHttp } from './ways.ts';

jest.setTimeout(120_000);

describe('a run behind the governor', () => {
  it.each([
    ['with an API token', overHttp],
    ['inside Forge', inForge],
  ] as const)('%s is never refused, however long an issue is', async (_, way) => {
    const { ending, refused } = await governedRun({ way, comments: [130, 3, 3, 25], files: 3 });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBe(0);
  });

  it('is never refused for the files of one issue, which it deletes one by one', async () => {
    const { ending, refused } = await governedRun({ way: overHttp, comments: [1], files: 45 });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBe(0);
  });

  it('counts the points of its calls as Jira does', async () => {
    const { points, counted } = await governedRun({ way: inForge, comments: [25, 3, 3], files: 1 });
    expect(counted).toBe(points);
  });

  it('would be refused without it', async () => {
    const { refused } = await governedRun({ way: overHttp, comments: [130, 3], isGoverned: false });
    expect(refused).toBeGreaterThan(0);
  });

  it('goes on with others while a long issue waits, and loses no time', async () => {
    const comments = [210, ...Array.from({ length: 60 }, () => 10)];
    const { seconds, refused } = await governedRun({ way: overHttp, comments });
    expect(refused).toBe(0);
    expect(seconds).toBeGreaterThanOrEqual(60);
    expect(seconds).toBeLessThanOrEqual(66);
  });

  it('keeps below its share of the points of each hour, and ends all the same', async () => {
    const comments = Array.from({ length: 30 }, () => 12);
    const { ending, refused, points, seconds } = await governedRun({ way: inForge, comments, share: 250 });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBe(0);
    expect(points).toBeGreaterThan(500);
    expect(seconds).toBeGreaterThan(3_600);
  });

  it('ends well where others have used the points up: it waits for the next hour', async () => {
    const limits = { globalPoints: 65_000, usedElsewhere: 64_830 };
    const comments = Array.from({ length: 10 }, () => 15);
    const { ending, refused, seconds } = await governedRun({ way: inForge, comments, limits });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBeLessThanOrEqual(1);
    expect(seconds).toBeGreaterThan(1_000);
  });
});
