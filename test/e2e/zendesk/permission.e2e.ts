import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import { confirm, panelOn, review } from './app-on-page.ts';
import { launch } from './browser.ts';
import { hold, redaction } from './hold.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

describe('HD-04 only those an administrator chose may', () => {
  it('an agent outside the groups is told so and has no button', async () => {
    const { seat, otto, mila } = await on.stage!.act();
    const { open } = await seat(otto);
    const panel = panelOn(await open(`/agent/users/${String(mila)}`));
    await panel.getByText(en.denied.group).waitFor();
    expect(await panel.getByRole('button', { name: en.person.anonymize }).count()).toBe(0);
  });

  it('after installation nobody may, no administrator either', async () => {
    const { seat, settings, seed, mila } = await on.stage!.act();
    settings['user_groups'] = '';
    const { open } = await seat(seed.admin);
    const panel = panelOn(await open(`/agent/users/${String(mila)}`));
    await panel.getByText(en.denied.off).waitFor();
    expect(await panel.getByRole('button', { name: en.person.anonymize }).count()).toBe(0);
  });

  it('an agent taken out of the group in mid-run is stopped before the next call', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const modal = await review(await open(`/agent/users/${String(mila)}`));
    const held = hold(desk, redaction(1));
    await confirm(modal);
    await held.reached;
    for (const { id } of zendesk.groupMemberships.where(({ user_id }) => user_id === ines))
      zendesk.groupMemberships.delete(id);
    held.release();
    await modal.getByRole('heading', { level: 1 }).filter({ hasText: 'Stopped' }).waitFor({ timeout: 60_000 });
    const writes = desk
      .callsOf(ines)
      .filter(({ method, url }) => method === 'PUT' && url.includes('/comment_redactions/'));
    expect(writes).toHaveLength(1);
    expect(zendesk.user(mila).name).toBe('Mila Sörensen');
  });

  it('without a place for the journal nobody may begin: the app says what to do', async () => {
    const { seat, ines, mila } = await on.stage!.act();
    const forgetful = await launch(true);
    const { open } = await seat(ines, {}, forgetful);
    const panel = panelOn(await open(`/agent/users/${String(mila)}`));
    await panel.getByText('Use a normal window instead of a private one').waitFor();
    expect(await panel.getByRole('button', { name: en.person.anonymize }).count()).toBe(0);
    await forgetful.close();
  });

  it('where a right in Zendesk is missing the review says which and where, and nothing is asked for', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    zendesk.configure({ agentWorkspace: false });
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    await panelOn(page).getByRole('button', { name: en.person.anonymize }).click();
    const modal = page.frameLocator('iframe[data-location=modal]');
    await modal.getByText('Admin Center > Workspaces').waitFor();
    expect(await modal.getByRole('textbox').count()).toBe(0);
    expect(desk.callsOf(ines).filter(({ isWrite }) => isWrite)).toEqual([]);
  });
});
