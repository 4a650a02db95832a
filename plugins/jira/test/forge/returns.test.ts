import { afterEach, describe, expect, it } from '@jest/globals';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

/** What Jira tells of a request somebody has filed. */
function created(issue: number, account: string): unknown {
  return {
    eventType: 'avi:jira:created:issue',
    issue: { id: String(issue), key: 'HELP-9', fields: { summary: 'Hello', reporter: { accountId: account } } },
    atlassianId: account,
  };
}

async function comesBack(here: Scene): Promise<{ readonly account: string; readonly issue: number }> {
  const account = here.seed.user({ name: ada.name, email: ada.address });
  const issue = here.seed.issue({ summary: 'Hello again', reporter: account, channel: 'email' });
  return { account, issue };
}

describe.each(waysIn)('somebody who was erased and writes again, to the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('is put on a list for a person to decide, known by a keyed hash alone, and nothing is erased', async () => {
    here = await scene(load);
    await here.until(await here.begun());
    const { account, issue } = await comesBack(here);
    const writes = here.fake.made.filter(({ isWrite }) => isWrite).length;
    await here.event(created(issue, account));

    const { returns } = await here.get('returns');
    expect(returns).toMatchObject([
      { issue: String(issue), href: `/issues/?jql=${encodeURIComponent(`id = ${issue}`)}` },
    ]);
    expect(here.fake.made.filter(({ isWrite }) => isWrite)).toHaveLength(writes);
    expect(here.stored()).not.toContain(ada.address);
    expect(here.stored()).not.toContain(account);
    expect((await here.get('who', { issues: [returns[0]!.issue] })).people).toMatchObject([{ name: ada.name }]);
  });

  it('by a comment is noticed too, each issue once, until somebody has decided', async () => {
    here = await scene(load);
    await here.until(await here.begun());
    const { account, issue } = await comesBack(here);
    const commented = {
      issue: { id: String(issue) },
      comment: { author: { accountId: account } },
      atlassianId: account,
    };
    await here.event(commented);
    await here.event(commented);
    const { returns } = await here.get('returns');
    expect(returns).toHaveLength(1);
    expect(await here.get('settleReturn', { id: returns[0]!.id })).toEqual({ returns: [] });
  });

  it('is not everybody else', async () => {
    here = await scene(load);
    await here.until(await here.begun());
    const other = here.seed.user({ name: 'Eve Bystander', email: 'eve@customers.test' });
    const issue = here.seed.issue({ summary: 'Hello', reporter: other, channel: 'email' });
    await here.event(created(issue, other));
    expect((await here.get('returns')).returns).toEqual([]);
  });

  it('is not looked for while the run goes on, nor where nobody was ever erased: then no event costs a call', async () => {
    here = await scene(load);
    await here.event(created(here.issues[0]!, here.people.ada));
    expect(here.rig.jiraCalls).toEqual([]);
    const run = await here.begun();
    await here.killedAfter(2);
    expect(await here.get('run', { run })).toMatchObject({ at: 'running' });
    await here.event(created(here.issues[0]!, here.people.ada));
    expect((await here.get('returns')).returns).toEqual([]);
  });

  it('is not recognized where an administrator does not want it: nothing to know them by is kept', async () => {
    here = await scene(load);
    const by = here.people.administrator;
    const { settings } = await here.get('settings', {}, { by });
    await here.get('saveSettings', { ...settings, watchReturns: false }, { by });
    await here.until(await here.begun());
    const { account, issue } = await comesBack(here);
    await here.event(created(issue, account));
    expect((await here.get('returns')).returns).toEqual([]);
    expect(here.stored()).not.toContain('erased:');
  });
});
