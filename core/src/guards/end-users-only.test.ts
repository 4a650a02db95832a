import { describe, expect, it } from '@jest/globals';
import { personKinds } from '../host.ts';
import { endUser, harmlessFacts } from '../testing/guard-facts.ts';
import { endUsersOnly } from './end-users-only.ts';
import { guardSettingsSchema } from './guard-settings.ts';

const leaveFirst = 'If they have left, make the account an end user in the host, then review again.';

describe('endUsersOnly', () => {
  it.each(['end-user', 'candidate', 'external', 'other'] as const)(
    'lets a person of the kind %s be anonymized',
    (kind) => {
      expect(endUsersOnly(harmlessFacts({ person: endUser({ kind }) }))).toEqual([]);
    },
  );

  it.each([
    ['agent', 'This account is an agent, and only end users are anonymized.'],
    ['administrator', 'This account is an administrator, and only end users are anonymized.'],
  ] as const)('HD-06 never lets an %s be anonymized', (kind, says) => {
    const obstacles = endUsersOnly(harmlessFacts({ person: endUser({ kind }) }));

    expect(obstacles).toEqual([{ code: 'not-end-user', says, remedy: leaveFirst }]);
  });

  it('HD-06 never lets a person be anonymized who is both agent and requester', () => {
    const requester = harmlessFacts({ person: endUser({ dossiers: 3 }), alsoKnownAs: ['end-user', 'agent'] });
    const agent = harmlessFacts({ person: endUser({ kind: 'agent', dossiers: 3 }), alsoKnownAs: ['end-user'] });

    expect(endUsersOnly(requester)).toEqual([
      {
        code: 'not-end-user',
        says: 'Another account of this person is an agent, and only end users are anonymized.',
        remedy: leaveFirst,
      },
    ]);
    expect(endUsersOnly(agent)).toHaveLength(1);
  });

  it('names the setting for a kind that is not allowed', () => {
    const facts = harmlessFacts({ person: endUser({ kind: 'employee' }) });

    expect(endUsersOnly(facts)).toEqual([
      {
        code: 'not-end-user',
        says: 'This account is of the kind "employee", which the settings do not allow.',
        remedy: 'If such accounts may be anonymized, add "employee" to `guards.kinds` in the settings.',
      },
    ]);
  });

  it('allows what the settings allow and nothing else', () => {
    const settings = guardSettingsSchema.parse({ kinds: ['employee'] });
    const allowed = personKinds.filter(
      (kind) => endUsersOnly(harmlessFacts({ person: endUser({ kind }), settings })).length === 0,
    );

    expect(allowed).toEqual(['employee']);
  });

  it('leaves it to the reviewer where the host does not tell the kind', () => {
    expect(endUsersOnly(harmlessFacts({ person: endUser({ kind: 'unknown' }) }))).toEqual([
      {
        code: 'not-end-user',
        says: 'The host does not tell whether this is an end user or an agent.',
        remedy: 'Look at the account in the host; acknowledge this if it is an end user.',
        acknowledgeable: true,
      },
    ]);
  });

  it('says each kind once, however many accounts are of it', () => {
    const facts = harmlessFacts({
      person: endUser({ kind: 'agent' }),
      alsoKnownAs: ['agent', 'unknown', 'administrator', 'unknown'],
    });

    expect(endUsersOnly(facts).map(({ says }) => says)).toEqual([
      'This account is an agent, and only end users are anonymized.',
      'The host does not tell whether this is an end user or an agent.',
      'Another account of this person is an administrator, and only end users are anonymized.',
    ]);
  });

  it('denies as long as the other accounts are not known, and nobody can acknowledge that away', () => {
    expect(endUsersOnly(harmlessFacts({ alsoKnownAs: undefined }))).toEqual([
      {
        code: 'not-end-user',
        says: 'It could not be found out whether the person also has an account as an agent.',
        remedy: 'Look the person up again by all identifiers; nothing happens before that works.',
      },
    ]);
  });
});
