import { describe, expect, it } from '@jest/globals';
import { execute } from '../execute.ts';
import type { Spot, SpotId } from '../host.ts';
import { reviewOf, runOf } from '../testing/journey.ts';
import type { TestRun } from '../testing/journey.ts';
import { scriptedHost } from '../testing/scripted-host.ts';
import type { ScriptedHost } from '../testing/scripted-host.ts';
import { ada, plain, spotId, spotOf } from '../testing/spots.ts';
import type { Ending, Progress } from './run.ts';

const byHand = { says: 'Choose Anonymize.', link: 'https://host.test/1' };
const ability = { can: ['ask'], provable: true, byHand, source: 'manual' } as const;
const resume = spotId('resume');
const phone = spotId('phone');
const DAY = 86_400_000;

interface Scene {
  readonly host: ScriptedHost;
  readonly run: TestRun;
}

async function scene(changes: Partial<TestRun> = {}): Promise<Scene> {
  const spots: readonly Spot[] = [
    spotOf('person.field', plain('Ada King, born 1815'), { id: resume, ability }),
    spotOf('person.phone', plain('+44 20 7946 0958'), { id: phone }),
  ];
  const host = scriptedHost(spots);
  return { host, run: runOf(host, await reviewOf(host, ada.id, { who: ada.identifiers }), changes) };
}

/** Carries the run out; `at` is told each time it waits for somebody. */
async function ended(run: TestRun, at: (progress: Progress) => void = () => undefined): Promise<Ending> {
  const running = execute(run);
  for (;;) {
    const next = await running.next();
    if (next.done === true) return next.value;
    if (next.value.waitingUntil !== undefined) at(next.value);
  }
}

function emptied({ host }: Scene, spot: SpotId): void {
  host.contents.set(spot, plain(''));
}

/** Until when it has to be done: as many days after the approval as the rules say. */
function dueDay({ approval, rules }: TestRun): string {
  return new Date(approval.at.getTime() + rules.byHand.days * DAY).toISOString().slice(0, 10);
}

/** A clock that stands still but for waits. */
function clockAt(start: Date): {
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  waits: readonly number[];
} {
  const waits: number[] = [];
  let now = start.getTime();
  return {
    now: () => new Date(now),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    waits,
  };
}

describe('a run with something to be done by hand', () => {
  it('does all else first, makes no call for it, and stops with what is to be done and where', async () => {
    const now = await scene();
    const ending = await ended(now.run);

    expect(now.host.calls).toContain(`change ${phone}`);
    expect(now.host.calls.join(' ')).not.toContain(`change ${resume}`);
    expect(ending).toMatchObject({ state: 'stopped', reason: 'waiting-for-somebody' });
    expect(ending.obstacles).toEqual([
      {
        code: 'step-by-hand',
        says: 'Choose Anonymize.',
        remedy: `Do it in the host by ${dueDay(now.run)}, then resume the run. It is done here: https://host.test/1`,
      },
    ]);
  });

  it('goes on when it was done, and is done by what it sees', async () => {
    const now = await scene();
    await ended(now.run);
    emptied(now, resume);

    expect(await ended(now.run)).toMatchObject({ state: 'done', obstacles: [] });
  });

  it('believes nobody: resumed before it was done, it waits again', async () => {
    const now = await scene();
    await ended(now.run);

    expect(await ended(now.run)).toMatchObject({ state: 'stopped', reason: 'waiting-for-somebody' });
  });

  it('does not take a text that changed meanwhile for stale: the whole of it goes by hand', async () => {
    const now = await scene();
    now.host.contents.set(resume, plain('Ada King, born 1815, adds a line'));

    expect(await ended(now.run)).toMatchObject({ state: 'stopped', reason: 'waiting-for-somebody' });
    emptied(now, resume);
    expect(await ended(now.run)).toMatchObject({ state: 'done' });
  });

  it('looks again as often as it has patience, and goes on by itself', async () => {
    const clock = clockAt(new Date('2026-03-02T10:00:00Z'));
    const patience = { until: new Date('2026-03-02T11:00:00Z'), everyMilliseconds: 600_000 };
    const now = await scene({ clock, patience });
    let looks = 0;
    const ending = await ended(now.run, () => {
      looks += 1;
      if (looks === 3) emptied(now, resume);
    });

    expect(ending).toMatchObject({ state: 'done' });
    expect(clock.waits).toEqual([600_000, 600_000, 600_000]);
  });

  it('stops when its patience is over', async () => {
    const clock = clockAt(new Date('2026-03-02T10:00:00Z'));
    const patience = { until: new Date('2026-03-02T10:25:00Z'), everyMilliseconds: 600_000 };
    const { run } = await scene({ clock, patience });

    expect(await ended(run)).toMatchObject({ state: 'stopped', reason: 'waiting-for-somebody' });
    expect(clock.waits).toEqual([600_000, 600_000, 300_000]);
  });

  it('stops waiting when somebody interrupts it', async () => {
    const clock = clockAt(new Date('2026-03-02T10:00:00Z'));
    const patience = { until: new Date('2026-03-02T11:00:00Z'), everyMilliseconds: 600_000 };
    const { run } = await scene({ clock, patience, interrupted: () => clock.waits.length > 1 });

    expect(await ended(run)).toMatchObject({ state: 'stopped', reason: 'interrupted' });
    expect(clock.waits).toHaveLength(2);
  });

  it('ends with what was not done as a gap once the time for it is over', async () => {
    const { run } = await scene();
    await ended(run);
    const due = run.approval.at.getTime() + run.rules.byHand.days * DAY;

    expect(await ended({ ...run, clock: clockAt(new Date(due - 1)) })).toMatchObject({ state: 'stopped' });
    expect(await ended({ ...run, clock: clockAt(new Date(due)) })).toMatchObject({ state: 'done-with-gaps' });
  });
});
