import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import { dumpOf, talliesOf } from '../../../plugins/zendesk/test/fake/dump.ts';
import { confirm, finished, modalOn, panelOn, phraseField, phraseIn, review, startOf } from './app-on-page.ts';
import { hold, redaction } from './hold.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

describe('an agent anonymizes a user from the sidebar', () => {
  it('HD-05 HD-08 HD-15 with one button, one review and one typed phrase, and gets a report', async () => {
    const { desk, seat, zendesk, ines, mila } = await on.stage!.act();
    const before = talliesOf(zendesk);
    const { open, complaints, strangers } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    await panelOn(page).getByRole('button', { name: en.person.anonymize }).waitFor();

    const begun = performance.now();
    const modal = await review(page);
    console.log(`first review screen after ${String(Math.round(performance.now() - begun))} ms`);
    expect(desk.callsOf(ines).filter(({ isWrite }) => isWrite)).toEqual([]);

    const held = hold(desk, redaction(2));
    await confirm(modal);
    await held.reached;
    await modal.getByText(startOf(en.running.title)).waitFor();
    await modal.getByRole('progressbar').waitFor();
    held.release();
    await finished(modal);

    const user = zendesk.user(mila);
    expect(user).toMatchObject({
      name: 'Anonymized',
      phone: expect.not.stringMatching(/\d/u),
      suspended: true,
      photo: null,
    });
    expect(talliesOf(zendesk)).toEqual(before);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  });

  it('HD-02 a wrong phrase starts nothing and says so', async () => {
    const { desk, seat, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const modal = await review(await open(`/agent/users/${String(mila)}`));
    await modal.getByText(en.confirm.undo).waitFor();
    await phraseField(modal).fill('anonymize it');
    await modal.getByRole('button', { name: en.confirm.start }).click();
    await modal
      .getByRole('alert')
      .filter({ hasText: await phraseIn(modal) })
      .waitFor();
    expect(desk.callsOf(ines).filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('afterwards the user carries a badge, and the report can be opened again', async () => {
    const { seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    const modal = await review(page);
    await confirm(modal);
    await finished(modal);
    await modal.getByRole('button', { name: en.finished.back }).click();
    await panelOn(page).getByText(en.person.anonymized).first().waitFor();
    await panelOn(page).getByRole('button', { name: en.person.report }).click();
    await finished(modalOn(page));
    expect(zendesk.user(mila).user_fields['anonymized_at']).toMatch(/^\d{4}-\d\d-\d\d/u);
  });

  it('HD-13 what Zendesk lets anybody change names the person nowhere; what is left was in the review', async () => {
    const { seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const modal = await review(await open(`/agent/users/${String(mila)}`));
    await confirm(modal);
    await finished(modal);
    // Audits, closed subjects, envelopes and mails as they came in are out of reach, and said to be.
    const reachable = [...dumpOf(zendesk)].filter((line) =>
      /^(?:users|identities|attachments|suspended|sessions)\b/u.test(line),
    );
    expect(reachable.filter((line) => line.includes('Mila') || line.includes('mila'))).toEqual([]);
    const comments = zendesk.comments.all().map(({ html_body }) => html_body);
    expect(comments.filter((text) => /mila|sörensen/iu.test(text))).toEqual([]);
  });

  it('the report is taken away as a file that names nobody', async () => {
    const { seat, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/users/${String(mila)}`);
    const modal = await review(page);
    await confirm(modal);
    await finished(modal);
    const download = page.waitForEvent('download');
    await modal.getByText(en.report.json).click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (chunk instanceof Buffer) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    expect(JSON.parse(text)).toMatchObject({ steps: expect.anything() });
    expect(text).not.toMatch(/mila|sörensen|nordlicht/iu);
  });
});

describe('from a ticket', () => {
  it('requester and copied people each have a button', async () => {
    const { seat, ines, open: ticket } = await on.stage!.act();
    const { open } = await seat(ines);
    const page = await open(`/agent/tickets/${String(ticket)}`);
    await panelOn(page).getByText(en.person.requester, { exact: true }).waitFor();
    expect(await panelOn(page).getByRole('button', { name: en.person.anonymize }).count()).toBe(2);
  });
});
