import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import { dumpOf, talliesOf } from '../../../plugins/zendesk/test/fake/dump.ts';
import { confirm, finished, modalOn, panelOn, phraseField, phraseIn, review, startOf } from './app-on-page.ts';
import { hold, redaction } from './hold.ts';
import { secrets } from './scene.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

/** Where texts stay whatever anybody does, and how the review calls it. */
const outOfReach: readonly (readonly [where: RegExp, kind: string])[] = [
  [/^(?:tickets|comments|audits) via\.source\./u, en.kind.message.envelope],
  [/^audits events\./u, en.kind.dossier.history],
  [/^(?:tickets .*subject=Delivery|index )/u, en.kind.dossier.title],
];

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

  it('HD-13 afterwards the person is named only where the review said nobody can change it', async () => {
    const { seat, zendesk, ines, mila } = await on.stage!.act();
    const { open } = await seat(ines);
    const modal = await review(await open(`/agent/users/${String(mila)}`));
    const cannot = await modal.getByRole('region', { name: en.review.cannot }).innerText();
    await confirm(modal);
    await finished(modal);
    const lines = [...dumpOf(zendesk)].flatMap((row) =>
      row.split('\n').map((line) => [row.split(' ')[0], line].join(' ')),
    );
    const left = lines.filter((line) => secrets.some((secret) => line.toLowerCase().includes(secret.toLowerCase())));
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((line) => !outOfReach.some(([where]) => where.test(line)))).toEqual([]);
    for (const [where, kind] of outOfReach) {
      expect(left.some((line) => where.test(line))).toBe(true);
      expect(cannot).toContain(kind);
    }
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
