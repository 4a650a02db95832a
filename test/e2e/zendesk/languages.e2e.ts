import { afterAll, beforeAll, expect, it } from '@jest/globals';
import de from '../../../plugins/zendesk/app/translations/de.json' with { type: 'json' };
import en from '../../../plugins/zendesk/app/translations/en.json' with { type: 'json' };
import sv from '../../../plugins/zendesk/app/translations/sv.json' with { type: 'json' };
import { confirm, finished, phraseIn, review, type Texts } from './app-on-page.ts';
import { stage, type Stage } from './stage.ts';

const on: { stage?: Stage } = {};
beforeAll(async () => {
  on.stage = await stage();
});
afterAll(() => on.stage?.close());

it.each<[string, Texts, 'german' | 'swedish']>([
  ['German', de, 'german'],
  ['Swedish', sv, 'swedish'],
])('an agent whose Zendesk is in %s gets review, phrase and report in it', async (_, texts, who) => {
  const act = await on.stage!.act();
  const { open, complaints } = await act.seat(act[who]);
  const modal = await review(await open(`/agent/users/${String(act.mila)}`), texts);
  const shown = await modal.locator('main').innerText();
  for (const english of [en.review.intro, en.confirm.undo, en.review.cannot, en.confirm.start])
    expect(shown).not.toContain(english);
  expect(await phraseIn(modal, texts)).toMatch(/^\p{Lu}+ \d+$/u);
  await confirm(modal, texts);
  await finished(modal, texts);
  expect(await modal.locator('main').innerText()).toContain(texts.report.stays);
  expect(act.zendesk.user(act.mila).name).toBe('Anonymized');
  expect(complaints).toEqual([]);
});
