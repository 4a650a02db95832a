import { afterEach, describe, expect, it } from '@jest/globals';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

describe.each(waysIn)('the app, loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('goes from the person on an issue to a report on what was blanked', async () => {
    here = await scene(load);
    const { people } = await here.get('who', {}, { issue: here.issues[0]! });
    expect(people).toMatchObject([{ name: ada.name, addresses: [ada.address], kind: 'end-user' }]);

    const review = await here.get('startReview', { ref: people[0]!.ref });
    if (review.at !== 'reviewed') throw new Error(review.at);
    expect(review.person).toMatchObject({ name: ada.name });
    const { digest, phrase } = review;
    const confirmed = await here.get('confirm', { review: review.review, digest, typed: phrase });
    if (confirmed.at !== 'begun') throw new Error(confirmed.at);
    expect(await here.get('run', { run: confirmed.run })).toEqual({ at: 'waiting', run: confirmed.run });

    await here.until(confirmed.run);
    const ended = await here.get('run', { run: confirmed.run });
    expect(ended).toMatchObject({ at: 'finished', report: { state: 'done-with-gaps', notProven: [] } });
    expect(here.texts()).not.toContain('Quillfeather');
    expect(here.texts()).not.toContain(ada.address);
  });

  it('shows what each treatment of the account costs, and plans the one that was chosen', async () => {
    here = await scene(load);
    const { people } = await here.get('find', { text: ada.address });
    const ref = people[0]!.ref;

    const erase = await here.get('startReview', { ref });
    const keep = await here.get('startReview', { ref, account: 'keep-shell' });
    if (erase.at !== 'reviewed' || keep.at !== 'reviewed') throw new Error('not reviewed');
    expect(erase.modes.map(({ mode, chosen, stays }) => [mode, chosen, stays.length])).toEqual([
      ['erase', true, 0],
      ['keep-shell', false, 2],
    ]);
    expect(keep.modes.find(({ chosen }) => chosen)?.mode).toBe('keep-shell');
    const cannot = keep.sheet.rows.find(({ kind }) => kind === 'person.email');
    expect(cannot).toMatchObject({ blanked: 0, cannot: 1 });
    expect(erase.sheet.rows.find(({ kind }) => kind === 'person.email')).toMatchObject({ blanked: 1, cannot: 0 });
  });

  it('marks the issues with the run, so that the report leads to them, and links what stays', async () => {
    here = await scene(load);
    const run = await here.begun();
    await here.until(run);

    const { links, markdown, later } = await here.get('report', { run });
    expect(here.fake.state.issues.all().map(({ properties }) => properties['anonymize-user'])).toEqual([
      { erasureId: run },
      { erasureId: run },
    ]);
    expect(links).toContainEqual({
      what: 'marked-issues',
      href: `/issues/?jql=${encodeURIComponent(`anonymizeUserErasure = "${run}"`)}`,
    });
    const numbers = here.issues.map(String).join(', ');
    expect(links).toContainEqual({
      what: 'remains',
      href: `/issues/?jql=${encodeURIComponent(`id in (${numbers})`)}`,
      count: 2,
    });
    expect(markdown).toContain(run);
    expect(later.map(({ after, seen }) => [after, seen])).toEqual([
      ['15-minutes', undefined],
      ['24-hours', undefined],
      ['30-days', undefined],
    ]);
  });

  it('lists runs, and reviews nobody has confirmed yet', async () => {
    here = await scene(load);
    const run = await here.begun();
    expect((await here.get('runs')).runs).toMatchObject([{ run, underWay: true }]);
    await here.until(run);
    const { runs, reviews } = await here.get('runs');
    expect(runs).toMatchObject([{ run, state: 'done-with-gaps', underWay: false }]);
    expect(reviews).toEqual([]);
  });

  it('knows of a person who was anonymized that there is nobody of that account any more', async () => {
    here = await scene(load);
    const { people } = await here.get('find', { text: ada.address });
    const run = await here.begun();
    await here.until(run);
    const again = await here.get('startReview', { ref: people[0]!.ref });
    expect(again).toMatchObject({ at: 'failed', code: 'gone' });
  });

  it('takes a run that was stopped up again, on behalf of whoever says so', async () => {
    here = await scene(load);
    const run = await here.begun();
    expect(await here.get('stop', { run })).toMatchObject({ at: 'stopped', resumable: true });
    await here.next();
    expect(here.texts()).toContain(ada.address);

    expect(await here.get('resume', { run }, { by: here.people.colleague })).toMatchObject({ at: 'waiting' });
    await here.until(run);
    expect(await here.get('run', { run })).toMatchObject({ at: 'finished' });
    expect(here.texts()).not.toContain(ada.address);
  });

  it('keeps a shell: renamed and emptied; what only a site administrator may do is a gap with what to do', async () => {
    here = await scene(load);
    const run = await here.begun(here.people.agent, 'keep-shell');
    await here.until(run);
    const ended = await here.get('run', { run });
    expect(ended).toMatchObject({ at: 'finished', report: { state: 'done-with-gaps', notProven: [] } });
    if (ended.at !== 'finished') throw new Error(ended.at);
    expect(ended.report.gaps.map(({ kind }) => kind).sort()).toEqual(['person.access', 'person.email']);
    expect(here.fake.state.user(here.people.ada)).toMatchObject({ deleted: false, displayName: 'Anonymized' });
    expect(here.rig.jiraCalls.filter(({ as, method }) => as === 'user' && method !== 'GET')).toEqual([]);
  });

  it('gives a run up for good', async () => {
    here = await scene(load);
    const run = await here.begun();
    expect(await here.get('callOff', { run })).toMatchObject({ at: 'stopped', state: 'called-off', resumable: false });
    await here.next();
    expect(await here.get('resume', { run })).toMatchObject({ at: 'stopped', resumable: false });
    expect(here.texts()).toContain(ada.address);
    expect(here.stored()).not.toContain(here.people.ada);
  });
});
