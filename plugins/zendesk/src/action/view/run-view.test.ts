import { describe, expect, it } from '@jest/globals';
import type { Outcome, ReportedStep } from '@lethe/core';
import { english } from '../words/catalogs.ts';
import { announcedTenth, endedSteps, endedTitle, stopActions, stopReason } from './run-view.ts';
import { sampleReport, sampleRun, stepId } from './sample-runs.suite.ts';
import type { Sample } from './sample-runs.suite.ts';

function stoppedAs(sample: Sample, resumable: boolean, settled: readonly ReportedStep[] = []) {
  const run = sampleRun(sample);
  return { run, resumable, report: sampleReport(run, settled) };
}

function ended(at: number, outcome: Outcome): ReportedStep {
  return { step: stepId(at), attempts: 1, outcome };
}

const unfinished: Sample = { state: 'stopped', ending: { reason: 'unfinished-steps' } };

describe('what may be done with a run that stopped', () => {
  it.each<{ why: string; sample: Sample; resumable: boolean; actions: readonly string[] }>([
    {
      why: 'it was interrupted',
      sample: { state: 'stopped', ending: { reason: 'interrupted' } },
      resumable: true,
      actions: ['resume', 'call-off'],
    },
    { why: 'its page was closed', sample: { state: 'running' }, resumable: true, actions: ['resume', 'call-off'] },
    {
      why: 'more came up',
      sample: { state: 'stopped', ending: { reason: 'plan-grew' } },
      resumable: false,
      actions: ['review', 'call-off'],
    },
    { why: 'it was called off', sample: { state: 'called-off' }, resumable: false, actions: [] },
    { why: 'a newer run took its place', sample: { state: 'superseded' }, resumable: false, actions: [] },
  ])('$why', ({ sample, resumable, actions }) => {
    expect(stopActions(stoppedAs(sample, resumable))).toEqual(actions);
  });

  it('what the host refused can be accepted, and nothing else', () => {
    expect(stopActions(stoppedAs(unfinished, true, [ended(0, 'refused')]))).toContain('accept');
    expect(stopActions(stoppedAs(unfinished, true, [ended(0, 'stale')]))).not.toContain('accept');
    expect(stopActions(stoppedAs(unfinished, false, [ended(0, 'refused')]))).not.toContain('accept');
  });
});

describe('a run', () => {
  it('counts as done what has ended in whatever way', () => {
    const { report } = stoppedAs(unfinished, true, [ended(0, 'clean'), ended(1, 'refused')]);
    expect(endedSteps(report)).toBe(2);
  });

  it('says why it stopped, also where nobody wrote it down', () => {
    expect(stopReason(stoppedAs(unfinished, true).report)).toBe('stopped.reason.unfinished-steps');
    expect(stopReason(stoppedAs({ state: 'running' }, true).report)).toBe('stopped.reason.none');
    expect(english.stopped.reason).toHaveProperty('none');
  });

  it.each([
    ['stopped', 'stopped.title'],
    ['running', 'stopped.title'],
    ['done', 'finished.done'],
    ['done-with-gaps', 'finished.done-with-gaps'],
    ['called-off', 'finished.called-off'],
    ['superseded', 'finished.superseded'],
  ] as const)('that is %s is headed %s', (state, title) => {
    expect(endedTitle({ state })).toBe(title);
  });

  it.each([
    [0, 0],
    [0.099, 0],
    [0.1, 0.1],
    [0.57, 0.5],
    [1, 1],
  ])('at %s is spoken of as %s', (share, tenth) => {
    expect(announcedTenth({ share })).toBeCloseTo(tenth);
  });
});
