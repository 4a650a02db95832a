import { afterEach, describe, expect, it } from '@jest/globals';
import { anonymizePermission } from '../fake/site.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

async function turnedOn(here: Scene): Promise<void> {
  const by = here.people.administrator;
  const { settings } = await here.get('settings', {}, { by });
  await here.get('saveSettings', { ...settings, automationRuns: true }, { by });
}

describe.each(waysIn)('a rule of Jira Automation, at the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('prepares a review, which waits for somebody to confirm it', async () => {
    here = await scene(load);
    const answer = await here.rule({ issueKey: 'HELP-1' }, here.people.agent);
    expect(answer).toMatchObject({ state: 'reviewed' });
    expect(here.rig.queue.waiting).toEqual([]);
    const { reviews } = await here.get('runs', {}, { by: here.people.colleague });
    expect(reviews).toMatchObject([{ origin: 'automation', at: 'reviewed' }]);
    const review = await here.get('review', { review: reviews[0]!.review }, { by: here.people.colleague });
    if (review.at !== 'reviewed') throw new Error(review.at);
    expect(review.person).toMatchObject({ name: ada.name });
    const confirm = { review: review.review, digest: review.digest, typed: review.phrase };
    expect(await here.get('confirm', confirm, { by: here.people.colleague })).toMatchObject({ at: 'begun' });
  });

  it('runs by itself only where an administrator has turned that on', async () => {
    here = await scene(load);
    await turnedOn(here);
    const answer = await here.rule({ issueKey: 'HELP-1' }, here.people.agent);
    expect(answer).toMatchObject({ state: 'reviewed', run: expect.any(String) });
    const { runs } = await here.get('runs');
    await here.until(runs[0]!.run);
    expect(here.texts()).not.toContain(ada.address);
  });

  it('does so too if the review did not fit into its 25 seconds', async () => {
    here = await scene(load);
    await turnedOn(here);
    here.takes = 5_000;
    expect(await here.rule({ issueKey: 'HELP-1' }, here.people.agent)).toMatchObject({ state: 'looking' });
    here.takes = 0;
    await here.next();
    const { runs } = await here.get('runs');
    expect(runs).toHaveLength(1);
    await here.until(runs[0]!.run);
    expect(here.texts()).not.toContain(ada.address);
  });

  it('may no more than whom it acts for, when it is asked and when it runs', async () => {
    here = await scene(load);
    await turnedOn(here);
    expect(await here.rule({ issueKey: 'HELP-1' }, here.people.novice)).toMatchObject({ errors: [{}] });
    expect((await here.get('runs')).reviews).toEqual([]);

    await here.rule({ issueKey: 'HELP-1' }, here.people.agent);
    here.seed.revoke(anonymizePermission, here.people.agent);
    await here.next();
    expect(here.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });

  it('is told what is wrong in words that name nobody, and never fails without any', async () => {
    here = await scene(load);
    const wrong = [{}, { issueKey: 'nonsense key' }, { issueKey: 'HELP-99' }, undefined];
    for (const inputs of wrong) {
      const answer = await here.rule(inputs, here.people.agent);
      expect(answer).toMatchObject({ errors: [{ message: expect.any(String) }] });
      expect(JSON.stringify(answer)).not.toContain(ada.name);
    }
    const nobody: unknown = await here.app.automation({ issueKey: 'HELP-1' }, {});
    expect(nobody).toMatchObject({ errors: [{}] });
  });
});
