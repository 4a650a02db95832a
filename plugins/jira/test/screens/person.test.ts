import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { dialog, reviewing } from './dialog.ts';
import { obstacle, person, reviewed, running } from './samples.ts';
import { expectShown, no, yes } from './stage.ts';

afterEach(() => jest.clearAllTimers());

describe('the people on an issue', () => {
  it('are shown with name, address and kind, and nothing is read of them before somebody asks', async () => {
    const stage = await dialog({});
    const text = await stage.shows('Ada King');
    expect(text).toContain('ada@lovelace.test');
    expect(text).toContain('customer');
    expect(stage.names()).toEqual(['who']);
  });

  it('are marked: oneself, no access, anonymized before', async () => {
    const marked = person({ self: true, active: false, anonymizedAt: '2026-11-01T10:00:00Z', addresses: [] });
    const stage = await dialog({ who: () => yes({ people: [marked], unread: ['HELP-9'] }) });
    const text = await stage.shows('HELP-9');
    for (const mark of ['you', 'no access', 'Anonymized on Nov 1, 2026', 'Jira shows no address'])
      expect(text).toContain(mark);
    expect(stage.button('Look again for what is left')).toBeDefined();
  });

  it('may be nobody', async () => {
    const stage = await dialog({ who: () => yes({ people: [], unread: [] }) });
    await expectShown(stage, 'There is nobody.');
  });

  it('are not shown without the permission; how to get it is', async () => {
    const stage = await dialog({ who: () => no('not-allowed') });
    const text = await stage.shows('Not available to you');
    expect(text).toContain('Global permissions');
    expect(stage.all('Button')).toEqual([]);
  });

  it.each(['down', 'too-fast', 'fault', 'unreadable'] as const)('can be asked for again after %s', async (code) => {
    const answers = [no(code), yes({ people: [person()], unread: [] })];
    const stage = await dialog({ who: () => answers.shift() ?? no('down') });
    await expectShown(stage, 'That did not work');
    await stage.press('Try again');
    await expectShown(stage, 'Ada King');
  });

  it('closing the dialog loses nothing: reopened, it shows the run that goes on', async () => {
    const who = () => yes({ people: [person({ openRun: 'run-1' })], unread: [] });
    const stage = await dialog({ who, run: () => yes(running(0.5)) });
    await expectShown(stage, '60 of 120');
    expect(stage.payload('run')).toEqual({ run: 'run-1' });
    await stage.press('Back');
    await expectShown(stage, 'A run on this person has not ended.');
    await stage.press('Show the run');
    await expectShown(stage, '60 of 120');
  });
});

describe('looking at a person', () => {
  it('counts what was found, and asks again, less and less often, until it is done', async () => {
    const looking = yes({ at: 'looking', review: 'review-1', found: 7 } as const);
    const answers = [...Array.from({ length: 5 }, () => looking), yes(reviewed())];
    const stage = await reviewing({ startReview: () => looking, review: () => answers.shift() ?? no('fault') });
    await expectShown(stage, '7 places found so far');
    expect(stage.payload('startReview')).toEqual({ ref: 'sealed-ada' });
    const after: number[] = [];
    for (let second = 1; second <= 40; second += 1) {
      const before = stage.names().length;
      await stage.pass(1);
      if (stage.names().length > before) after.push(second);
    }
    expect(after).toEqual([1, 2, 4, 7, 12, 20]);
    await expectShown(stage, 'Review: Ada King');
  });

  it('goes on when the connection is lost, and says so', async () => {
    const looking = yes({ at: 'looking', review: 'review-1', found: 7 } as const);
    const answers = [no('down'), no('fault'), yes(reviewed())];
    const stage = await reviewing({ startReview: () => looking, review: () => answers.shift() ?? no('fault') });
    await expectShown(stage, '7 places');
    await stage.pass(1);
    expect(stage.text()).toContain('The connection is gone');
    await stage.pass(10);
    await expectShown(stage, 'Review: Ada King');
    expect(stage.text()).not.toContain('The connection is gone');
  });

  it('ends where the review is refused for good', async () => {
    const looking = yes({ at: 'looking', review: 'review-1', found: 7 } as const);
    const stage = await reviewing({ startReview: () => looking, review: () => no('gone') });
    await expectShown(stage, '7 places');
    await stage.pass(1);
    await expectShown(stage, 'It is not there any more.');
    await stage.pass(60);
    expect(stage.names().filter((name) => name === 'review')).toHaveLength(1);
  });

  it('says until when Jira asks to wait', async () => {
    const waiting = { at: 'looking', review: 'r', found: 0, waitingUntil: '2026-11-28T10:00:00Z' } as const;
    const stage = await reviewing({ startReview: () => yes(waiting) });
    await expectShown(stage, 'Jira asks to wait until');
  });

  it('that failed can be tried again', async () => {
    const failed = { at: 'failed', review: 'r', code: 'down', says: 'It broke.', remedy: 'Wait.' } as const;
    const answers = [yes(failed), yes(reviewed())];
    const stage = await reviewing({ startReview: () => answers.shift() ?? no('fault') });
    await expectShown(stage, 'Jira did not answer.');
    await stage.press('Try again');
    await expectShown(stage, 'Review: Ada King');
  });
});

describe('what stands in the way', () => {
  const own = obstacle({ code: 'oneself', says: 'This is your own account.', remedy: 'Ask a colleague.' });
  const before = obstacle({ acknowledgeable: true });

  it('is shown, all of it, and cannot be passed', async () => {
    const blocked = { at: 'blocked', review: 'r', person: person(), obstacles: [own, before] } as const;
    const stage = await reviewing({ startReview: () => yes(blocked) });
    const text = await stage.shows('2 things stand in the way');
    expect(text).toContain('This is your own account.');
    expect(text).toContain('This account was anonymized before.');
    expect(stage.button('Go on')).toBeUndefined();
    await stage.press('Check again');
    expect(stage.payload('startReview')).toEqual({ ref: 'sealed-ada', acknowledged: [] });
  });

  it('is passed by acknowledging it, and only then', async () => {
    const blocked = yes({ at: 'blocked', review: 'r', person: person(), obstacles: [before] } as const);
    const answers = [blocked, yes(reviewed())];
    const stage = await reviewing({ startReview: () => answers.shift() ?? no('fault') });
    await expectShown(stage, 'One thing stands in the way');
    await expect(stage.press('Go on')).rejects.toThrow('cannot be pressed');
    await stage.enter('already-anonymized', true);
    await stage.press('Go on');
    await expectShown(stage, 'Review: Ada King');
    expect(stage.payload('startReview')).toEqual({ ref: 'sealed-ada', acknowledged: ['already-anonymized'] });
  });
});
