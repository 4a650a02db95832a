import { describe, expect, it } from '@jest/globals';
import { endUser, harmlessFacts, personId } from '../testing/guard-facts.ts';
import { notOneself } from './not-oneself.ts';

describe('notOneself', () => {
  it.each([
    ['whoever has no account in the host', 'outside'],
    ['a colleague', personId('person-8')],
  ] as const)('lets %s ask', (_who, askedBy) => {
    expect(notOneself(harmlessFacts({ askedBy }))).toEqual([]);
  });

  it('keeps the account the host is used with', () => {
    expect(notOneself(harmlessFacts({ person: endUser({ self: true }) }))).toEqual([
      {
        code: 'oneself',
        says: 'This is the account the host is being used with.',
        remedy: 'Sign in to the host with another account or key, then review again.',
      },
    ]);
  });

  it('keeps the account of whoever asks, though the host is used with another', () => {
    expect(notOneself(harmlessFacts({ askedBy: personId('person-7') }))).toEqual([
      { code: 'oneself', says: 'This is your own account.', remedy: 'Ask a colleague who has the right `run`.' },
    ]);
  });

  it('says it once where both are the same', () => {
    expect(notOneself(harmlessFacts({ person: endUser({ self: true }), askedBy: personId('person-7') }))).toHaveLength(
      1,
    );
  });

  it('denies as long as it is not known who asks', () => {
    expect(notOneself(harmlessFacts({ askedBy: undefined }))).toEqual([
      {
        code: 'oneself',
        says: 'It could not be found out which account in the host is your own.',
        remedy: 'Sign in again, so that your account in the host is known.',
      },
    ]);
  });
});
