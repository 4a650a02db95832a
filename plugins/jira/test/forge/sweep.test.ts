import { afterEach, describe, expect, it } from '@jest/globals';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe.each(waysIn)('the sweeper of the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('takes up a run whose worker was killed, from where it was', async () => {
    here = await scene(load, { requests: 2 });
    const run = await here.begun();
    await here.killedAfter(2);
    expect(here.texts()).toContain(ada.address);

    await here.sweep();
    expect(here.rig.queue.waiting).toEqual([]);
    here.clock.pass(30 * MINUTE);
    await here.sweep();
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished', report: { notProven: [] } });
  });

  it('takes nothing up that somebody wanted stopped while its worker was killed', async () => {
    here = await scene(load, { requests: 2 });
    const run = await here.begun();
    await here.killedAfter(2);
    expect(await here.get('stop', { run })).toMatchObject({ at: 'running', stopping: true });
    const writes = here.fake.made.filter(({ isWrite }) => isWrite).length;
    here.clock.pass(30 * MINUTE);
    await here.sweep();
    await here.next();
    expect(await here.get('run', { run })).toMatchObject({ at: 'stopped', report: { reason: 'interrupted' } });
    expect(here.fake.made.filter(({ isWrite }) => isWrite)).toHaveLength(writes);
  });

  it('forgets reviews nobody confirmed for a day, with all they knew', async () => {
    here = await scene(load);
    const { review } = await here.reviewed();
    here.clock.pass(DAY);
    await here.sweep();
    expect(await here.ask('review', { review })).toMatchObject({ ok: false, code: 'gone' });
    expect(here.stored()).not.toContain(here.people.ada);
    expect(here.stored()).not.toContain(review);
  });

  it('leaves a run alone that somebody stopped', async () => {
    here = await scene(load);
    const run = await here.begun();
    await here.get('stop', { run });
    here.clock.pass(3 * DAY);
    await here.sweep();
    await here.drain();
    expect(await here.get('run', { run })).toMatchObject({ at: 'stopped' });
    expect(here.texts()).toContain(ada.address);
  });

  it('has every run looked at again after 15 minutes, 24 hours and 30 days, and the report says what was seen', async () => {
    here = await scene(load);
    const run = await here.begun();
    await here.until(run);
    await here.next();
    const seen = async (): Promise<readonly unknown[]> => {
      const { later } = await here.get('report', { run });
      return later.map((look) => [look.after, look.seen?.counts['clean'], look.seen?.notClean.length]);
    };
    expect(await seen()).toEqual([
      ['15-minutes', 8, 0],
      ['24-hours', undefined, undefined],
      ['30-days', undefined, undefined],
    ]);
    const issue = here.fake.state.issues.get(here.issues[0]!);
    here.fake.state.issues.update(issue.id, { values: { ...issue.values, summary: `Back again: ${ada.name}` } });
    here.clock.pass(DAY);
    await here.sweep();
    await here.next();
    expect((await seen())[1]).toEqual(['24-hours', 7, 1]);
    const report = await here.get('report', { run });
    expect(report.later[1]?.seen?.notClean).toEqual([
      { label: expect.stringContaining('HELP-1'), href: '/browse/HELP-1' },
    ]);
    expect(report.markdown).toContain('Looked at again');
    expect(JSON.stringify(report)).not.toContain(ada.name);

    here.clock.pass(30 * DAY);
    await here.sweep();
    await here.next();
    expect((await seen())[2]).toEqual(['30-days', 7, 1]);
  });

  it('throws reports away that are older than the settings say', async () => {
    here = await scene(load);
    const run = await here.begun();
    await here.until(run);
    here.clock.pass(399 * DAY);
    await here.sweep();
    expect(await here.ask('report', { run })).toMatchObject({ ok: true });
    here.clock.pass(2 * DAY);
    await here.sweep();
    expect(await here.ask('report', { run })).toMatchObject({ ok: false, code: 'gone' });
    expect(here.stored()).not.toContain(`looks:${run}`);
  });

  it('tells Atlassian of accounts only while a run is open, once a day, and keeps nothing of one that was closed', async () => {
    here = await scene(load);
    await here.sweep();
    expect(here.rig.reported).toEqual([]);
    const run = await here.begun();
    await here.get('stop', { run });
    await here.sweep();
    await here.sweep();
    expect(here.rig.reported.map((list) => list.map(({ accountId }) => accountId).sort())).toEqual([
      [here.people.ada, here.people.agent].sort(),
    ]);
    here.rig.closedAccounts = [here.people.ada];
    here.clock.pass(DAY);
    await here.sweep();
    expect(here.rig.reported).toHaveLength(2);
    expect(here.stored()).not.toContain(here.people.ada);
    expect(await here.ask('resume', { run })).toMatchObject({ ok: false, code: 'gone' });
    here.clock.pass(DAY);
    await here.sweep();
    expect(here.rig.reported).toHaveLength(2);
  });
});
