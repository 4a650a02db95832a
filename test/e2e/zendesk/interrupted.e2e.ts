import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import { confirm, finished, modalOn, panelOn, passing, phraseField, review, startOf } from './app-on-page.ts';
import { hold, redaction } from './hold.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

function redactionsIn(calls: readonly { readonly method: string; readonly url: string }[]): string[] {
  return calls
    .filter(({ method, url }) => method === 'PUT' && url.includes('/comment_redactions/'))
    .map(({ url }) => url);
}

describe('a run in hand outlives what happens to the page', () => {
  it('after a closed tab it is resumed where it stood, and nothing is done twice', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const first = await open(`/agent/users/${String(mila)}`);
    const held = hold(desk, redaction(3));
    await confirm(await review(first));
    await held.reached;
    await first.close();
    held.release();
    const done = redactionsIn(desk.callsOf(ines));
    expect(done.length).toBeGreaterThan(0);

    const second = await open(`/agent/users/${String(mila)}`);
    await panelOn(second)
      .getByRole('button', { name: en.runs.show })
      .or(panelOn(second).getByRole('button', { name: en.stopped.resume }))
      .first()
      .click();
    const modal = modalOn(second);
    await modal
      .getByRole('button', { name: en.stopped.resume })
      .or(modal.getByRole('button', { name: en.following.resume }))
      .first()
      .click();
    await finished(modal);
    const all = redactionsIn(desk.callsOf(ines));
    expect(new Set(all).size).toBe(all.length);
    expect(zendesk.user(mila).name).toBe('Anonymized');
  });

  it('when its window is closed it goes on in the panel', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    const held = hold(desk, redaction(2));
    await confirm(await review(page));
    await held.reached;
    await page.getByRole('button', { name: 'Close' }).click();
    held.release();
    await finished(panelOn(page));
    expect(zendesk.user(mila).name).toBe('Anonymized');
  });

  it('stops before the next call when it is told to, and can be resumed', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const modal = await review(await open(`/agent/users/${String(mila)}`));
    const held = hold(desk, redaction(1));
    await confirm(modal);
    await held.reached;
    await modal.getByRole('button', { name: en.running.stop }).click();
    held.release();
    await modal.getByText(startOf(en.stopped.title)).waitFor();
    expect(redactionsIn(desk.callsOf(ines))).toHaveLength(1);
    expect(zendesk.user(mila).name).toBe('Mila Sörensen');
    await modal.getByRole('button', { name: en.stopped.resume, exact: true }).click();
    await finished(modal);
    expect(zendesk.user(mila).name).toBe('Anonymized');
  });

  it('a mail that comes in mid-run is left alone, and looking again covers it', async () => {
    const { desk, seat, seed, zendesk, ines, mila, open: ticket } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    const modal = await review(page);
    const held = hold(desk, redaction(2));
    await confirm(modal);
    await held.reached;
    const via = { channel: 'email', from: { address: 'mila@home.test' } };
    const reply = seed.comment(ticket, { by: mila, text: 'One more thing, says Mila Sörensen.', via });
    held.release();
    await finished(modal);
    expect(zendesk.comments.get(reply).html_body).toContain('One more thing');
    await modal.getByRole('button', { name: en.finished.back }).click();
    await panelOn(page).getByRole('button', { name: en.person.again }).click();
    const again = modalOn(page);
    await passing(again, again.getByText(en.blocked.acknowledge).first());
    await again.getByText(en.blocked.acknowledge).first().click();
    await again.getByRole('button', { name: en.blocked.goOn, exact: true }).click();
    await passing(again, phraseField(again));
    await confirm(again);
    await finished(again);
    expect(zendesk.comments.get(reply).html_body).not.toMatch(/more thing|Mila/u);
  });

  it('being signed out in mid-run stops it with what to do, and it can be resumed', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    const modal = await review(page);
    const held = hold(desk, redaction(2));
    await confirm(modal);
    await held.reached;
    (await desk.sessionOf(ines)).signIn(undefined);
    held.release();
    await passing(
      modal,
      modal.getByText(en.stopped.reason['signed-out']).or(modal.getByText(en.trouble.code['signed-out'])).first(),
    );
    (await desk.sessionOf(ines)).signIn(ines);
    await modal
      .getByRole('button', { name: en.stopped.resume, exact: true })
      .or(modal.getByRole('button', { name: en.trouble.again }))
      .first()
      .click();
    await finished(modal);
    expect(zendesk.user(mila).name).toBe('Anonymized');
  });
});

describe('two agents', () => {
  it('the second is told that the first is at work on the same user', async () => {
    const { desk, seat, ines, pavel, mila } = await on.stage!.act();
    const one = await seat(ines);
    const other = await seat(pavel);
    const first = await review(await one.open(`/agent/users/${String(mila)}`));
    const second = await review(await other.open(`/agent/users/${String(mila)}`));
    const held = hold(desk, redaction(1));
    await confirm(first);
    await held.reached;
    await confirm(second);
    await second
      .getByRole('alert')
      .filter({ hasText: String(ines) })
      .waitFor();
    expect(redactionsIn(desk.callsOf(pavel))).toEqual([]);
    held.release();
    await finished(first);
  });
});
