import { afterEach, describe, expect, it } from '@jest/globals';
import type { SettingsInput } from '../../src/forge/protocol.ts';
import { waysIn } from './app-doors.ts';
import { ada, scene } from './scene.ts';
import type { Scene } from './scene.ts';

async function settingsIn(here: Scene): Promise<SettingsInput> {
  return (await here.get('settings', {}, { by: here.people.administrator })).settings;
}

async function saved(here: Scene, change: Partial<SettingsInput>): Promise<unknown> {
  const by = here.people.administrator;
  return here.get('saveSettings', { ...(await settingsIn(here)), ...change }, { by });
}

describe.each(waysIn)('the settings of the app loaded from %s', (_, load) => {
  let here: Scene;
  afterEach(async () => here.close());

  it('are what was saved', async () => {
    here = await scene(load);
    const change = { account: 'keep-shell', reportDays: 30 } as const;
    expect(await saved(here, change)).toMatchObject({ saved: true });
    expect(await settingsIn(here)).toMatchObject(change);
  });

  it('say which field is wrong, and stay as they were', async () => {
    here = await scene(load);
    const before = await settingsIn(here);
    const wrong: readonly (readonly [Partial<SettingsInput>, string])[] = [
      [{ rules: { json: '{ nonsense' } }, 'rules.json'],
      [{ rules: { json: '{"spots":{"person.name":{"mentioned":"blank"}}}' } }, 'rules.spots.person.name.mentioned'],
      [{ names: { ...before.names, confirmation: 'no' } }, 'names.confirmation'],
      [{ guards: { ...before.guards, kinds: ['agent'] } }, 'guards.kinds.0'],
    ];
    for (const [change, path] of wrong)
      expect(await saved(here, change)).toMatchObject({ saved: false, faults: [{ path }] });
    expect(await settingsIn(here)).toEqual(before);
  });

  it('hold in the next review: names, the word to be typed, and rules', async () => {
    here = await scene(load);
    const names = { person: 'Jemand', text: '[entfernt]', confirmation: 'LÖSCHEN' };
    await saved(here, { names, rules: { preset: 'mentions-only' } });
    const { review, digest, phrase } = await here.reviewed();
    expect(phrase).toMatch(/^LÖSCHEN \d+$/u);
    const confirmed = await here.get('confirm', { review, digest, typed: phrase });
    if (confirmed.at !== 'begun') throw new Error(confirmed.at);
    await here.until(confirmed.run);
    expect(here.texts()).toContain('Dear Jemand, we will write to');
    expect(here.texts()).not.toContain(ada.address);
  });

  it('that were changed after a review do not hold for its run: it stops, and the plan is made again', async () => {
    here = await scene(load);
    const run = await here.begun();
    await saved(here, { rules: { preset: 'mentions-only' } });
    await here.next();
    expect(await here.get('run', { run })).toMatchObject({ at: 'stopped', report: { reason: 'not-approved' } });
    expect(here.fake.made.filter(({ isWrite }) => isWrite)).toEqual([]);
  });
});
