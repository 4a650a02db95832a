import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { reviewing } from './dialog.ts';
import { digest, obstacle, reviewed, running, sheet } from './samples.ts';
import type { Answer, Values } from '../../src/forge/protocol.ts';
import type { Stage } from './stage.ts';
import { expectShown, no, yes } from './stage.ts';

afterEach(() => jest.clearAllTimers());

const erase = {
  mode: 'erase',
  chosen: true,
  effects: [
    'Deletes the account for good: no call takes the address alone away. Jira then shows "Former user" wherever it showed the name.',
  ],
  stays: [],
} as const;
const shell = {
  mode: 'keep-shell',
  chosen: false,
  effects: [],
  stays: [
    { because: 'The address of a customer cannot be emptied, only deleted with the account, which is to be kept.' },
  ],
} as const;

async function opened(changes: Parameters<typeof reviewed>[0] = {}): Promise<Stage> {
  const stage = await reviewing({ startReview: () => yes(reviewed(changes)) });
  await expectShown(stage, 'Review: Ada King');
  return stage;
}

describe('the review', () => {
  it('shows what is blanked, kept and cannot be, for each kind', async () => {
    const stage = await opened();
    const rows = stage.all('Row').map((row) => row.children.map(({ children }) => children[0]?.props['text']));
    expect(rows).toContainEqual(['All', '120', '3', '2']);
    expect(rows).toContainEqual(['Comments and work log texts', '120', '3', '0']);
  });

  it('says why something cannot be erased, what to do instead and where, with a link', async () => {
    const stage = await opened();
    expect(stage.text()).toContain('Why: The history of an issue is read-only');
    expect(stage.text()).toContain('Instead: Delete it by hand');
    const links = stage.all('Link').map(({ props }) => props['href']);
    expect(links).toContain('/browse/HELP-7');
  });

  it('says what remains, what may mean somebody else, and what is cut', async () => {
    const stage = await opened();
    expect(stage.text()).toContain('Summaries: The issue’s history'.replace('’', "'"));
    expect(stage.text()).toContain('2 places may mean this person or somebody else');
    expect(stage.text()).toContain('part of a name, and nothing says whose');
    expect(stage.text()).toContain('as filed');
  });

  it('says how long it takes', async () => {
    const stage = await opened();
    expect(stage.text()).toContain('It takes about 7 minutes');
    expect((await opened({ seconds: 1 })).text()).toContain('less than a minute');
  });

  it('folds long lists, page by page, and says how many are not listed', async () => {
    const stage = await opened();
    expect(stage.all('Link')).toHaveLength(3);
    await stage.press('Show every place');
    await stage.press('Comments and work log texts: 120 blanked, 3 kept');
    expect(stage.all('Link')).toHaveLength(3);
    await stage.press('Show 120 places');
    expect(stage.all('Link')).toHaveLength(53);
    await stage.press('Show 70 places');
    expect(stage.all('Link')).toHaveLength(63);
    expect(stage.text()).toContain('and 60 more, not listed here');
    await stage.press('Show every place');
    expect(stage.all('Link')).toHaveLength(3);
  });

  it('shows both ways to treat the account side by side, and looks again with the other one', async () => {
    const stage = await opened({ modes: [erase, shell], acknowledged: ['mastered-elsewhere'] });
    expect(stage.text()).toContain('Deletes the account for good');
    expect(stage.text()).toContain('cannot be emptied, only deleted with the account');
    await stage.press('Review with this instead');
    expect(stage.payload('startReview')).toEqual({
      ref: 'sealed-ada',
      account: 'keep-shell',
      acknowledged: ['mastered-elsewhere'],
    });
  });

  it('asks for nothing where there is nothing to blank', async () => {
    const totals = { blanked: 0, kept: 3, cannot: 0 };
    const stage = await opened({ sheet: sheet({ rows: [], totals }) });
    expect(stage.text()).toContain('There is nothing to blank.');
    expect(stage.button('Anonymize now')).toBeUndefined();
  });

  it('names where nobody could look, and what says too little to be looked for', async () => {
    const stage = await opened({
      sheet: sheet({ unreached: [{ scope: 'mention', because: 'Issue HELP-3 is hidden from the app.' }] }),
      refusedIdentifiers: [{ kind: 'names', reason: 'It has fewer than three characters.' }],
    });
    expect(stage.text()).toContain('HELP-3 is hidden');
    expect(stage.text()).toContain('name: It has fewer than three characters.');
  });
});

describe('the confirmation', () => {
  it('waits until what is left was read and something was typed', async () => {
    const stage = await opened();
    await expect(stage.press('Anonymize now')).rejects.toThrow('cannot be pressed');
    await stage.enter('phrase', 'ANONYMIZE 120');
    await expect(stage.press('Anonymize now')).rejects.toThrow('cannot be pressed');
    await stage.enter('read', true);
    expect(stage.button('Anonymize now')?.props['isDisabled']).toBe(false);
    expect(stage.names()).not.toContain('confirm');
  });

  it('needs nothing read where nothing is left', async () => {
    const totals = { blanked: 1, kept: 0, cannot: 0 };
    const stage = await opened({ sheet: sheet({ rows: [], totals, remains: [] }) });
    await stage.enter('phrase', 'ANONYMIZE 1');
    expect(stage.button('Anonymize now')?.props['isDisabled']).toBe(false);
  });

  async function confirmed(...answers: readonly Answer<Values['confirm']>[]): Promise<Stage> {
    const left = [...answers];
    const stage = await reviewing({
      startReview: () => yes(reviewed({ acknowledged: ['already-anonymized'] })),
      confirm: () => left.shift() ?? no('fault'),
      run: () => yes(running(0.1)),
    });
    await expectShown(stage, 'Review: Ada King');
    await stage.enter('read', true);
    await stage.enter('phrase', ' ANONYMIZE 120 ');
    await stage.press('Anonymize now');
    return stage;
  }

  it('sends the digest of the plan on the screen, what was typed and what was acknowledged', async () => {
    const stage = await confirmed(yes({ at: 'begun', run: 'run-1' }));
    await expectShown(stage, 'The run waits for its turn');
    const acknowledged = ['already-anonymized'];
    expect(stage.payload('confirm')).toEqual({ review: 'review-1', digest, typed: 'ANONYMIZE 120', acknowledged });
    await stage.pass(1);
    await expectShown(stage, '12 of 120');
  });

  it('says so when the phrase is wrong, and can be given again', async () => {
    const wrong = obstacle({ code: 'confirmation-wrong', says: 'What was typed is not the phrase of this plan.' });
    const stage = await confirmed(yes({ at: 'refused', obstacle: wrong }), yes({ at: 'begun', run: 'run-1' }));
    await expectShown(stage, 'Type ANONYMIZE 120 exactly as shown');
    await stage.press('Anonymize now');
    await expectShown(stage, 'The run waits for its turn');
  });

  it('leads back to the review where the plan is out of date', async () => {
    const outdated = obstacle({ code: 'confirmation-outdated', says: 'The confirmation was given for another plan.' });
    const stage = await confirmed(yes({ at: 'refused', obstacle: outdated }));
    await expectShown(stage, 'The confirmation was given for another plan.');
    await stage.press('Review again');
    expect(stage.names().filter((name) => name === 'startReview')).toHaveLength(2);
  });

  it('is not taken for given where no answer comes', async () => {
    const stage = await confirmed(no('down'), yes({ at: 'begun', run: 'run-1' }));
    await expectShown(stage, 'That did not work');
    await stage.press('Try again');
    await expectShown(stage, 'The run waits for its turn');
  });
});

it('a review opened without its person can be confirmed, and not looked at again', async () => {
  const { person: _, ...anonymous } = reviewed({ modes: [erase, shell] });
  const { createElement } = await import('react');
  const { answering, staged } = await import('./stage.ts');
  const stage = await staged(
    async () => {
      const { FlowScreen } = await import('../../src/screens/flow/flow-screen.tsx');
      return createElement(FlowScreen, { beginning: { with: 'review', review: 'review-1' } });
    },
    { resolver: answering({ review: () => yes(anonymous) }) },
  );
  await expectShown(stage, 'Review: this person');
  expect(stage.button('Review with this instead')).toBeUndefined();
  expect(stage.button('Anonymize now')).toBeDefined();
});
