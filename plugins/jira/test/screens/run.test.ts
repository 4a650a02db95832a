import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createElement } from 'react';
import type { RunState } from '../../src/forge/protocol.ts';
import { obstacle, places, report, running, shown } from './samples.ts';
import type { Answers, Stage } from './stage.ts';
import { answering, expectShown, no, staged, yes } from './stage.ts';

afterEach(() => jest.clearAllTimers());

async function following(answers: Answers): Promise<Stage> {
  return staged(
    async () => {
      const { FlowScreen } = await import('../../src/screens/flow/flow-screen.tsx');
      return createElement(FlowScreen, { beginning: { with: 'run', run: 'run-1' } });
    },
    { resolver: answering({ report: () => yes(shown()), ...answers }) },
  );
}

function stopped(changes: Partial<Extract<RunState, { at: 'stopped' }>> = {}): RunState {
  const ends = { clean: 100, refused: 20 };
  const steps = { ...report().steps, ends };
  const stoppedReport = report({ state: 'stopped', reason: 'unfinished-steps', steps });
  return {
    ...{ at: 'stopped', run: 'run-1', state: 'stopped', report: stoppedReport, resumable: true, acceptable: true },
    ...changes,
  };
}

describe('a run that goes on', () => {
  it('shows its share, phase, steps and the time that is left, and never all before it is all', async () => {
    const stage = await following({ run: () => yes(running(0.999, { secondsLeft: 424 })) });
    const text = await stage.shows('Blanking · 120 of 120');
    expect(text).toContain('Time left: about 7 minutes');
    expect(stage.all('ProgressBar')[0]?.props['value']).toBe(0.99);
  });

  it('says until when Jira asks to wait', async () => {
    const stage = await following({ run: () => yes(running(0.5, { waitingUntil: '2026-11-28T10:00:00Z' })) });
    await expectShown(stage, 'Jira asks to wait until');
  });

  it('is followed to its end', async () => {
    const states = [running(0.2), running(0.6), { at: 'finished', run: 'run-1', report: report() } as const];
    const stage = await following({ run: () => yes(states.shift() ?? running(0)) });
    await expectShown(stage, '24 of 120');
    await stage.pass(1);
    await expectShown(stage, '72 of 120');
    await stage.pass(1);
    await expectShown(stage, 'Every step ended as it should');
    await stage.pass(60);
    expect(stage.names().filter((name) => name === 'run')).toHaveLength(3);
  });

  it('is stopped once, however often somebody presses', async () => {
    const stage = await following({
      run: () => yes(running(0.2)),
      stop: () => yes({ ...running(0.2), stopping: true }),
    });
    await expectShown(stage, '24 of 120');
    await stage.press('Stop');
    await expectShown(stage, 'Stopping after the call under way');
    await expect(stage.press('Stop')).rejects.toThrow('cannot be pressed');
    expect(stage.payload('stop')).toEqual({ run: 'run-1' });
  });

  it('shows what came later, whatever an answer that is late says', async () => {
    const slow: (() => void)[] = [];
    const late = new Promise<void>((resolve) => slow.push(resolve));
    const answers = answering({ run: () => yes(running(0.2)), stop: () => yes(stopped()), report: () => yes(shown()) });
    const stage = await staged(
      async () => {
        const { FlowScreen } = await import('../../src/screens/flow/flow-screen.tsx');
        return createElement(FlowScreen, { beginning: { with: 'run', run: 'run-1' } });
      },
      {
        resolver: async (name, payload) => {
          if (name === 'run' && stage.names().filter((one) => one === 'run').length > 1) await late;
          return answers(name, payload);
        },
      },
    );
    await expectShown(stage, '24 of 120');
    await stage.pass(1);
    await stage.press('Stop');
    await expectShown(stage, 'Some steps did not end as they should.');
    slow[0]?.();
    await stage.pass(1);
    expect(stage.text()).not.toContain('24 of 120');
  });
});

describe('a run that stopped', () => {
  it('says why, how far it got, and what may be done', async () => {
    const refused = obstacle({ says: 'The host refused 20 of the steps; the report names them.' });
    const stage = await following({
      run: () => yes(stopped({ report: report({ state: 'stopped', obstacles: [refused] }) })),
    });
    const text = await stage.shows('The host refused 20 of the steps');
    expect(text).toContain('of 120 steps');
  });

  it.each([
    ['Resume', { run: 'run-1', acceptRefused: false }],
    ['Resume and accept what was refused', { run: 'run-1', acceptRefused: true }],
  ])('goes on with "%s"', async (button, payload) => {
    const stage = await following({ run: () => yes(stopped()), resume: () => yes({ at: 'waiting', run: 'run-1' }) });
    await expectShown(stage, 'Stopped');
    await stage.press(button);
    await expectShown(stage, 'The run waits for its turn');
    expect(stage.payload('resume')).toEqual(payload);
  });

  it('is called off only after a second question', async () => {
    const gone = stopped({
      state: 'called-off',
      resumable: false,
      acceptable: false,
      report: report({ state: 'called-off' }),
    });
    const stage = await following({ run: () => yes(stopped()), callOff: () => yes(gone) });
    await expectShown(stage, 'Stopped');
    await stage.press('Call off');
    await expectShown(stage, 'Call this run off for good?');
    await stage.press('Keep it');
    expect(stage.names()).not.toContain('callOff');
    await stage.press('Call off');
    await stage.press('Call off for good');
    await expectShown(stage, 'Called off');
    expect(stage.button('Resume')).toBeUndefined();
    expect(stage.button('Call off')).toBeUndefined();
  });

  it('that cannot be resumed says how the rest is covered', async () => {
    const stage = await following({ run: () => yes(stopped({ resumable: false, acceptable: false })) });
    await expectShown(stage, 'To cover the rest, review the person again.');
    expect(stage.button('Resume')).toBeUndefined();
  });

  it('says why it could not be resumed just now', async () => {
    const refused = obstacle({
      says: 'Another run is at work on this person.',
      remedy: 'Wait for it, then review again.',
    });
    const stage = await following({ run: () => yes(stopped()), resume: () => yes(stopped({ refused })) });
    await expectShown(stage, 'Stopped');
    await stage.press('Resume');
    await expectShown(stage, 'Another run is at work on this person.');
  });

  it('shows that it may not be touched any more', async () => {
    const stage = await following({ run: () => yes(stopped()), resume: () => no('not-allowed') });
    await expectShown(stage, 'Stopped');
    await stage.press('Resume');
    await expectShown(stage, 'Not available to you');
  });
});

describe('the report', () => {
  it('says what was proven, what is left and where to look, and holds the text to copy', async () => {
    const gap = {
      spot: 'i7/h1.0',
      kind: 'dossier.history',
      label: 'history of issue HELP-7',
      because: 'It is kept.',
      source: '',
    } as const;
    const left = report({
      state: 'done-with-gaps',
      gaps: [gap],
      notProven: [
        {
          spot: 's',
          kind: 'message.body',
          label: 'comment 2 on issue HELP-1',
          verb: 'set',
          end: 'refused',
          code: 'not-permitted',
        },
      ],
      residue: [{ spot: 't', label: 'comment 3 on issue HELP-1', mentions: [] }],
    });
    const links = [{ what: 'marked-issues', href: '/issues/?jql=marked', count: 40 }] as const;
    const later = [
      {
        after: '15-minutes',
        at: '2026-11-28T09:20:00Z',
        seen: { counts: { clean: 119, 'still-there': 1 }, notClean: places(1), unchecked: 2 },
      },
      { after: '30-days', at: '2026-12-28T09:20:00Z' },
    ] as const;
    const stage = await following({
      run: () => yes({ at: 'finished', run: 'run-1', report: left }),
      report: () => yes(shown({ report: left, links, later, cut: { gaps: 3 } })),
    });
    const text = await stage.shows('Issues this run marked (40 issues)');
    expect(text).toContain('history of issue HELP-7');
    expect(text).toContain('refused by Jira (1): Jira does not permit it.');
    expect(text).toContain('Long lists are shortened here');
    expect(text).toContain('after 15 minutes');
    expect(text).toContain('2 places cannot be told');
    expect(text).toContain('Equal before and after, in all 40 issues');
    expect(stage.all('Link').map(({ props }) => props['href'])).toContain('/issues/?jql=marked');
    await stage.press('The whole report as text');
    expect(stage.all('TextArea')[0]?.props).toMatchObject({ value: '# Report on run-1', isReadOnly: true });
  });

  it('is asked for again where it did not come', async () => {
    const answers = [no('down'), yes(shown())];
    const stage = await following({
      run: () => yes({ at: 'finished', run: 'run-1', report: report() }),
      report: () => answers.shift() ?? no('down'),
    });
    await expectShown(stage, 'That did not work');
    await stage.press('Try again');
    await expectShown(stage, 'Every step ended as it should');
  });
});
