import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createElement } from 'react';
import type { SettingsShown } from '../../src/forge/protocol.ts';
import type { Answers, Stage } from './stage.ts';
import { answering, expectShown, no, staged, yes } from './stage.ts';

afterEach(() => jest.clearAllTimers());

const shown: SettingsShown = {
  settings: {
    rules: { preset: 'default' },
    names: { person: 'Anonymized', text: 'Anonymized request', confirmation: 'ANONYMIZE' },
    guards: { kinds: ['end-user'], accessRemovedFirst: [] },
    account: 'erase',
    reportDays: 400,
    clearFields: ['customfield_10042'],
    watchReturns: true,
    automationRuns: false,
  },
  presets: { default: '{"name":"default"}', 'every-channel': '{}', 'mentions-only': '{}' },
};

async function settings(answers: Answers): Promise<Stage> {
  const stage = await staged(
    async () => {
      const { AdminPage } = await import('../../src/screens/admin/admin-page.tsx');
      return createElement(AdminPage);
    },
    { resolver: answering({ settings: () => yes(shown), ...answers }) },
  );
  await expectShown(stage, /Rules|Not available|did not work/u);
  return stage;
}

describe('the settings', () => {
  it('say who may anonymize, and lead to where Jira grants it', async () => {
    const stage = await settings({});
    expect(stage.text()).toContain('At installation nobody has it.');
    expect(stage.all('Link')[0]?.props['href']).toContain('GlobalPermissions');
  });

  it('are those of Jira’s administrators alone', async () => {
    const stage = await settings({ settings: () => no('not-allowed') });
    await expectShown(stage, 'Only Jira administrators can see and change these settings.');
  });

  it('are sent as they were where nothing was changed', async () => {
    const stage = await settings({ saveSettings: () => yes({ saved: true, settings: shown.settings }) });
    await stage.press('Save');
    await expectShown(stage, 'Saved.');
    expect(stage.payload('saveSettings')).toEqual(shown.settings);
  });

  it('are sent as somebody changed them', async () => {
    const stage = await settings({ saveSettings: () => yes({ saved: true, settings: shown.settings }) });
    await stage.enter('rules', 'mentions-only');
    await stage.enter('person', 'Nobody');
    await stage.enter('confirmation', 'ERASE');
    await stage.enter('account', 'keep-shell');
    await stage.enter('kinds-agent', true);
    await stage.enter('kinds-end-user', false);
    await stage.enter('access-agent', true);
    await stage.enter('reportDays', '30');
    await stage.enter('clearFields', 'customfield_1, customfield_2');
    await stage.enter('watchReturns', false);
    await stage.enter('automationRuns', true);
    await stage.press('Save');
    await expectShown(stage, 'Saved.');
    expect(stage.payload('saveSettings')).toEqual({
      rules: { preset: 'mentions-only' },
      names: { person: 'Nobody', text: 'Anonymized request', confirmation: 'ERASE' },
      guards: { kinds: ['agent'], accessRemovedFirst: ['agent'] },
      account: 'keep-shell',
      reportDays: 30,
      clearFields: ['customfield_1', 'customfield_2'],
      watchReturns: false,
      automationRuns: true,
    });
  });

  it('take rules of one’s own, begun with those that come along, and show what is wrong with them where it is', async () => {
    const path = 'rules.spots.message.body.author';
    const faults = [{ path, says: 'no such treatment' }];
    const stage = await settings({ saveSettings: () => yes({ saved: false, faults }) });
    await stage.enter('rules', 'own');
    await expectShown(stage, 'Rules (JSON)');
    expect(stage.all('TextArea')[0]?.props['value']).toBe('{"name":"default"}');
    await stage.enter('json', '{"name": 7}');
    await stage.press('Save');
    const text = await stage.shows('These settings cannot be taken as they are:');
    expect(text).toContain(`${path}: no such treatment`);
    expect(stage.payload('saveSettings')).toMatchObject({ rules: { json: '{"name": 7}' } });
    await stage.press('Begin with the standard rules');
    await expectShown(stage, '{"name":"default"}');
    expect(stage.text()).not.toContain('no such treatment');
  });

  it('say that they were not saved where no answer came', async () => {
    const stage = await settings({ saveSettings: () => no('down') });
    await stage.press('Save');
    await expectShown(stage, 'That did not work');
    expect(stage.text()).not.toContain('Saved.');
  });
});
