import { describe, expect, it } from '@jest/globals';
import type { RunRecord } from '@lethe/core';
import { approvalOfRecord, inventedRecord } from '@lethe/core/testing';
import { wasLeft } from './person-view.ts';

const plan = inventedRecord();
const at = (hour: number) => new Date(Date.UTC(2026, 3, 1, hour));
const run = (id: string, state: RunRecord['state'], endedAt?: Date): RunRecord => ({
  ...{ id, plan, state, approval: approvalOfRecord(plan), startedAt: at(8) },
  ...(endedAt === undefined ? {} : { endedAt }),
});

describe('a run whose modal was closed goes on in the panel', () => {
  it.each<[string, RunRecord | undefined, RunRecord | undefined, boolean]>([
    ['seen going on, its page gone', run('a', 'running'), run('a', 'stopped'), true],
    ['resumed, seen going on, its page gone', run('a', 'running', at(9)), run('a', 'stopped', at(9)), true],
    ['seen going on, then stopped by the agent', run('a', 'running'), run('a', 'stopped', at(9)), false],
    ['resumed, then stopped once more', run('a', 'running', at(9)), run('a', 'stopped', at(10)), false],
    ['seen going on, then at its end', run('a', 'running'), undefined, false],
    ['never seen going on', undefined, run('a', 'stopped'), false],
    ['another one by now', run('a', 'running'), run('b', 'stopped'), false],
  ])('%s', (_, seen, now, left) => {
    expect(wasLeft(seen, now)).toBe(left ? now : undefined);
  });
});
