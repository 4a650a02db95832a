import { describe, expect, it } from '@jest/globals';
import type { Obstacle } from '@lethe/core';
import { generatedWorld } from '@lethe/core/testing';
import { ReviewFlow } from '@lethe/review';
import { StandIn } from '@lethe/review/testing';
import { createElement } from 'react';
import { sampleReport, sampleRun, stepId } from '../../view/sample-runs.suite.ts';
import type { Sample } from '../../view/sample-runs.suite.ts';
import { languages } from '../../words/catalogs.ts';
import { buttonsIn, headingLevels, rendered, textOf } from '../rendered.suite.ts';
import { BlockedScreen } from '../review/blocked-screen.tsx';
import { FinishedScreen } from './finished-screen.tsx';
import { doneSteps } from './following-screen.tsx';
import { RunningScreen } from './running-screen.tsx';
import type { Running } from './running-screen.tsx';
import { StoppedScreen } from './stopped-screen.tsx';
import { TroubleScreen } from './trouble-screen.tsx';

const nothing = (): void => undefined;

function running(changes: Partial<Running> = {}): Promise<string> {
  const progress = { phase: 'blanking', done: 3, of: 82, share: 0.57, secondsLeft: 240 } as const;
  const shown: Running = { person: 'u7', progress, stopping: false, hint: 'running.open', onStop: nothing, ...changes };
  return rendered(createElement(RunningScreen, shown));
}

describe('a run on the screen', () => {
  it('has a bar with a name and a value, the phase, the time left and a way to stop', async () => {
    const html = await running();
    expect(html).toMatch(/role="progressbar"/u);
    expect(html).toMatch(/aria-valuenow="57"/u);
    expect(html).toMatch(/aria-label="Progress"/u);
    expect(textOf(html)).toContain('Blanking · 3 of 82');
    expect(textOf(html)).toContain('Time left: about 4 minutes');
    expect(buttonsIn(html)).toContain('Stop');
  });

  it('speaks politely, and in tenths only', async () => {
    const spoken = /<[^>]*aria-live="polite"[^>]*>([^<]*)</u.exec(await running())?.[1];
    expect(spoken).toBe('Blanking: 50% done.');
  });

  it('says until when Zendesk asks to wait', async () => {
    const waitingUntil = new Date(2026, 10, 28, 14, 3, 20);
    const html = await running({ progress: { phase: 'blanking', done: 3, of: 82, share: 0.5, waitingUntil } });
    expect(textOf(html)).toMatch(/wait until 2:03:20\sPM/u);
  });

  it('says that it is stopping, and cannot be told twice', async () => {
    const html = await running({ stopping: true });
    expect(textOf(html)).toContain('Stopping after the call under way');
    expect(html).toMatch(/<button[^>]*disabled[^>]*>Stop/u);
  });
});

function stopped(sample: Sample, resumable = true, locale = 'en'): Promise<string> {
  const run = sampleRun(sample);
  const report = sampleReport(run, [{ step: stepId(0), attempts: 1, outcome: 'refused', code: 'not-permitted' }]);
  const actions = { onResume: nothing, onCallOff: nothing, onReview: nothing };
  return rendered(
    createElement(StoppedScreen, { stopped: { at: 'stopped', run, report, resumable }, ...actions }),
    locale,
  );
}

describe('a run that stopped', () => {
  const obstacle: Obstacle = { code: 'host-setting', says: 'It is off.', remedy: 'Turn it on.' };

  it('says why, how far it got and what to do', async () => {
    const text = textOf(await stopped({ state: 'stopped', ending: { reason: 'obstacles', obstacles: [obstacle] } }));
    for (const part of ['Something stood in the way.', '1 of 3 steps are done.', 'It is off.', 'Turn it on.'])
      expect(text).toContain(part);
  });

  it('offers to resume, to accept what was refused and to call off', async () => {
    const html = await stopped({ state: 'stopped', ending: { reason: 'unfinished-steps' } });
    expect(buttonsIn(html).slice(0, 3)).toEqual(['Resume', 'Resume and accept what was refused', 'Call off']);
  });

  it('offers a new review where resuming does not help', async () => {
    const html = await stopped({ state: 'stopped', ending: { reason: 'plan-grew' } }, false);
    expect(buttonsIn(html).slice(0, 2)).toEqual(['Review again', 'Call off']);
  });

  it.each(languages)('has its headings in order, in %s', async (locale) => {
    const levels = headingLevels(await stopped({ state: 'stopped', ending: { reason: 'down' } }, true, locale));
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });
});

describe('a run at its end', () => {
  it('HD-15 shows the whole report, offers it as two files, and says nothing of the person', async () => {
    const standIn = new StandIn(generatedWorld([0, 3, 7]));
    const flow = new ReviewFlow(standIn.desk());
    await flow.review(standIn.person);
    if (flow.state.at === 'reviewed') await flow.confirm(flow.state.phrase);
    if (flow.state.at !== 'finished') throw new TypeError('The run has not come to its end.');
    const { run, report } = flow.state;
    const html = await rendered(createElement(FinishedScreen, { run, report, onBack: nothing }));
    expect(buttonsIn(html)).toEqual(expect.arrayContaining(['Download as text', 'Download as JSON', 'Back']));
    for (const part of [report.run, report.plan.digest, report.rules.digest, String(report.steps.proven)])
      expect(textOf(html)).toContain(part);
    for (const secret of standIn.world.secrets) expect(textOf(html)).not.toContain(secret.text);
    expect(await doneSteps(standIn.desk().store, 'no such run')).toBe(0);
  });
});

describe('what stands in the way', () => {
  const passable: Obstacle = { code: 'mastered-elsewhere', says: 'A.', remedy: 'B.', acknowledgeable: true };
  const firm: Obstacle = { code: 'legal-hold', says: 'C.', remedy: 'D.' };
  const screen = (...obstacles: readonly Obstacle[]) =>
    rendered(createElement(BlockedScreen, { person: 'u7', obstacles, onAcknowledge: nothing, onAgain: nothing }));

  it('is all said, each with its remedy', async () => {
    const text = textOf(await screen(passable, firm));
    for (const part of ['2 things', 'A.', 'B.', 'C.', 'D.']) expect(text).toContain(part);
  });

  it('can be acknowledged only if all of it can', async () => {
    expect(buttonsIn(await screen(passable))).toEqual(['Go on', 'Check again']);
    expect(buttonsIn(await screen(passable, firm))).toEqual(['Check again']);
  });
});

it('a failure says what failed, what to do, and can be tried again', async () => {
  const trouble = { at: 'trouble', code: 'down', says: 'Zendesk did not answer.', remedy: 'Wait.' } as const;
  const html = await rendered(createElement(TroubleScreen, { trouble, onAgain: nothing }));
  expect(textOf(html)).toContain('Check the connection, then try again.');
  expect(textOf(html).match(/Zendesk did not answer/gu)).toHaveLength(1);
  expect(buttonsIn(html)).toEqual(['Try again']);
});
