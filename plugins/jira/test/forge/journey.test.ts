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
    if (review.at !== 'reviewed') throw new Error(JSON.stringify(review));
    const { digest, phrase } = review;
    const confirmed = await here.get('confirm', { review: review.review, digest, typed: phrase, acknowledged: [] });
    if (confirmed.at !== 'begun') throw new Error(JSON.stringify(confirmed));
    await here.next();
    const ended = await here.get('run', { run: confirmed.run });
    expect(ended).toMatchObject({ at: 'finished' });
  });
});
