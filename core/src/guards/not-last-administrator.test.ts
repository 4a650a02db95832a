import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonKind } from '../host.ts';
import { endUser, harmlessFacts, personId } from '../testing/guard-facts.ts';
import type { OpenRun } from './guard-facts.ts';
import { notLastAdministrator } from './not-last-administrator.ts';

function runOn(person: string, kind: PersonKind, state: OpenRun['state'] = 'queued'): OpenRun {
  return { run: `run-on-${person}`, person: personId(person), kind, state };
}

const administrator = endUser({ kind: 'administrator' });
const afterOpenRuns = {
  code: 'last-administrator',
  says: 'Once the runs already open on other administrators have ended, nobody could administer the host.',
  remedy: 'Make somebody else an administrator in the host, or call one of those runs off, then review again.',
};
const unknown = {
  code: 'last-administrator',
  says: 'It could not be found out who else can administer the host.',
  remedy: 'See to it that the host lists its administrators and that the open runs can be read, then review again.',
};

describe('notLastAdministrator', () => {
  it('keeps the last one, whatever kind the host says it is', () => {
    expect(notLastAdministrator(harmlessFacts({ person: endUser({ lastAdministrator: true }) }))).toEqual([
      {
        code: 'last-administrator',
        says: 'Nobody else could administer the host.',
        remedy: 'Make somebody else an administrator in the host, then review again.',
      },
    ]);
  });

  it('has nothing against an end user, even if it is not known who administers the host', () => {
    expect(notLastAdministrator(harmlessFacts({ openRuns: undefined, otherAdministrators: undefined }))).toEqual([]);
  });

  it('lets an administrator go while another one stays', () => {
    expect(notLastAdministrator(harmlessFacts({ person: administrator, otherAdministrators: 1 }))).toEqual([]);
  });

  it.each(['queued', 'in-progress', 'stopped'] as const)(
    'counts a run that is %s on the other administrator',
    (state) => {
      const facts = {
        person: administrator,
        otherAdministrators: 1,
        openRuns: [runOn('person-8', 'administrator', state)],
      };

      expect(notLastAdministrator(harmlessFacts(facts))).toEqual([afterOpenRuns]);
    },
  );

  it.each([
    ['a run on an agent', [runOn('person-8', 'agent')], 1],
    ['its own run', [runOn('person-7', 'administrator')], 1],
    [
      'two runs on one administrator of two',
      [runOn('person-8', 'administrator'), runOn('person-8', 'administrator')],
      2,
    ],
  ])('does not count %s', (_what, openRuns, otherAdministrators) => {
    expect(notLastAdministrator(harmlessFacts({ person: administrator, openRuns, otherAdministrators }))).toEqual([]);
  });

  it('treats a kind that the host does not tell as an administrator, on both sides', () => {
    const person = endUser({ kind: 'unknown' });

    expect(notLastAdministrator(harmlessFacts({ person, otherAdministrators: 0 }))).toEqual([afterOpenRuns]);
    expect(
      notLastAdministrator(harmlessFacts({ person: administrator, openRuns: [runOn('person-8', 'unknown')] })),
    ).toEqual([afterOpenRuns]);
  });

  it.each([
    ['the open runs are', { openRuns: undefined }],
    ['the number of other administrators is', { otherAdministrators: undefined }],
  ])('denies an administrator while %s not known', (_what, missing) => {
    expect(notLastAdministrator(harmlessFacts({ person: administrator, ...missing }))).toEqual([unknown]);
  });

  it('lets an administrator go only if more others stay than have runs open', () => {
    const people = fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { maxLength: 8 });
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 8 }), (going, otherAdministrators) => {
        const openRuns = going.map((number) => runOn(`person-${String(number)}`, 'administrator'));
        const obstacles = notLastAdministrator(harmlessFacts({ person: administrator, openRuns, otherAdministrators }));
        expect(obstacles).toHaveLength(otherAdministrators > going.length ? 0 : 1);
      }),
    );
  });
});
