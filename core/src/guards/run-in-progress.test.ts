import { describe, expect, it } from '@jest/globals';
import { harmlessFacts, personId } from '../testing/guard-facts.ts';
import type { OpenRun } from './guard-facts.ts';
import { runInProgress } from './run-in-progress.ts';

const open: OpenRun = { run: '17', person: personId('person-7'), kind: 'end-user', state: 'queued' };

describe('runInProgress', () => {
  it('has nothing against runs on others', () => {
    expect(runInProgress(harmlessFacts({ openRuns: [{ ...open, person: personId('person-8') }] }))).toEqual([]);
  });

  it.each([
    ['queued', 'Let it run, or call run 17 off and review again.'],
    ['in-progress', 'Wait for it: `lethe report 17` shows how it ended.'],
    ['stopped', 'Go on with it: `lethe resume 17`.'],
  ] as const)('says what to do about a run that is %s', (state, remedy) => {
    expect(runInProgress(harmlessFacts({ openRuns: [{ ...open, state }] }))).toEqual([
      { code: 'run-in-progress', says: `Run 17 on this person has not ended: it is ${state}.`, remedy },
    ]);
  });

  it('does not let a run stand in its own way', () => {
    expect(runInProgress(harmlessFacts({ run: '17', openRuns: [open] }))).toEqual([]);
  });

  it('names every other run on the person', () => {
    const openRuns = ['16', '17', '18'].map((run) => ({ ...open, run }));
    const others = runInProgress(harmlessFacts({ run: '17', openRuns }));

    expect(others.map(({ says }) => says)).toEqual([
      'Run 16 on this person has not ended: it is queued.',
      'Run 18 on this person has not ended: it is queued.',
    ]);
  });

  it('denies as long as the open runs are not known', () => {
    expect(runInProgress(harmlessFacts({ openRuns: undefined }))).toEqual([
      {
        code: 'run-in-progress',
        says: 'It could not be found out whether a run on this person is open.',
        remedy: 'See to it that the database can be reached, then review again.',
      },
    ]);
  });
});
