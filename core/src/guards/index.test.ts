import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { obstacleCodes, type ObstacleCode } from '../errors.ts';
import { personKinds } from '../host.ts';
import { Personal } from '../personal.ts';
import { endUser, harmlessFacts, personId } from '../testing/guard-facts.ts';
import type { GuardFacts } from './guard-facts.ts';
import { guardSettingsSchema, obstaclesFor, type GuardCheck } from './index.ts';

const review: GuardCheck = { phase: 'review', acknowledged: [] };

function codesOf(facts: GuardFacts, check: GuardCheck): readonly ObstacleCode[] {
  return obstaclesFor(facts, check).map(({ code }) => code);
}

/** Everything is wrong with this person at once. */
const worst = harmlessFacts({
  person: endUser({ kind: 'employee', self: true, lastAdministrator: true, masteredBy: 'ldap' }),
  openRuns: [{ run: '17', person: personId('person-7'), kind: 'employee', state: 'queued' }],
  holds: [{ person: 'person-7', reason: 'audit', reviewOn: '2027-03-01' }],
});
const done = harmlessFacts({ person: endUser({ name: Personal.of('Anonymized'), active: false, masteredBy: 'scim' }) });

const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });
const anyPerson = fc
  .record({
    kind: fc.constantFrom(...personKinds),
    active: fc.boolean(),
    self: fc.boolean(),
    lastAdministrator: fc.boolean(),
    name: fc.constantFrom(Personal.of('Anonymized'), Personal.of('Ada King')),
  })
  .map((changes) => endUser(changes));
const anyFacts: fc.Arbitrary<GuardFacts> = fc
  .record({
    person: anyPerson,
    alsoKnownAs: maybe(fc.array(fc.constantFrom(...personKinds), { maxLength: 2 })),
    askedBy: maybe(fc.constantFrom('outside' as const, personId('person-7'), personId('person-8'))),
    openRuns: maybe(
      fc.array(
        fc.record({
          run: fc.constantFrom('17', '18'),
          person: fc.constantFrom(personId('person-7'), personId('person-8')),
          kind: fc.constantFrom(...personKinds),
          state: fc.constantFrom('queued' as const, 'in-progress' as const, 'stopped' as const),
        }),
        { maxLength: 3 },
      ),
    ),
    otherAdministrators: maybe(fc.nat(3)),
    holds: maybe(fc.constantFrom([], [{ person: 'person-7', reason: 'audit' as const, reviewOn: '2027-03-01' }])),
  })
  .map((changes) => harmlessFacts(changes));

describe('obstaclesFor', () => {
  it('finds nothing wrong with an end user', () => {
    expect(obstaclesFor(harmlessFacts(), review)).toEqual([]);
  });

  it('names every obstacle, not only the first', () => {
    expect(codesOf(worst, review)).toEqual([
      'not-end-user',
      'not-end-user',
      'oneself',
      'last-administrator',
      'mastered-elsewhere',
      'legal-hold',
      'run-in-progress',
    ]);
    expect(codesOf(done, review)).toEqual(['mastered-elsewhere', 'already-anonymized']);
  });

  it('HD-06 asks the same before a run starts as at its review', () => {
    fc.assert(
      fc.property(anyFacts, fc.subarray([...obstacleCodes]), (facts, acknowledged) => {
        expect(obstaclesFor(facts, { phase: 'run', acknowledged })).toEqual(
          obstaclesFor(facts, { phase: 'review', acknowledged }),
        );
      }),
    );
  });

  it('PI-08 stops a run whose employee got access back after the review', () => {
    const settings = guardSettingsSchema.parse({ kinds: ['employee'] });
    const reviewed = harmlessFacts({ settings, person: endUser({ kind: 'employee', active: false }) });
    const atTheRun = harmlessFacts({ settings, person: endUser({ kind: 'employee', active: true }) });

    expect(obstaclesFor(reviewed, review)).toEqual([]);
    expect(obstaclesFor(atTheRun, { phase: 'run', acknowledged: [] }).map(({ remedy }) => remedy)).toEqual([
      'Remove software access first, in the host, then review again.',
    ]);
  });

  it('lets a resumed run find its own traces, and asks everything else again', () => {
    const resume: GuardCheck = { phase: 'resume', acknowledged: [] };

    expect(codesOf(done, resume)).toEqual(['mastered-elsewhere']);
    expect(codesOf(worst, resume)).toEqual(codesOf(worst, review).filter((code) => code !== 'run-in-progress'));
    expect(codesOf(harmlessFacts({ openRuns: undefined }), resume)).toEqual([]);
  });

  it('lets the reviewer acknowledge what may be acknowledged, each by its code', () => {
    expect(codesOf(done, { phase: 'review', acknowledged: ['mastered-elsewhere'] })).toEqual(['already-anonymized']);
    expect(codesOf(done, { phase: 'run', acknowledged: ['already-anonymized'] })).toEqual(['mastered-elsewhere']);
    expect(codesOf(done, { phase: 'run', acknowledged: ['already-anonymized', 'mastered-elsewhere'] })).toEqual([]);
  });

  it('takes no acknowledgement for anything else', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('review' as const, 'run' as const, 'resume' as const), (facts, phase) => {
        const all = obstaclesFor(facts, { phase, acknowledged: [] });
        const left = obstaclesFor(facts, { phase, acknowledged: obstacleCodes });
        expect(left).toEqual(all.filter(({ acknowledgeable }) => acknowledgeable !== true));
      }),
    );
  });

  it('does not let an acknowledged unknown kind cover for an agent found later', () => {
    const acknowledged: readonly ObstacleCode[] = ['not-end-user'];

    expect(codesOf(harmlessFacts({ person: endUser({ kind: 'unknown' }) }), { phase: 'review', acknowledged })).toEqual(
      [],
    );
    expect(codesOf(harmlessFacts({ person: endUser({ kind: 'agent' }) }), { phase: 'run', acknowledged })).toEqual([
      'not-end-user',
    ]);
  });

  it.each([
    ['alsoKnownAs', 'not-end-user'],
    ['askedBy', 'oneself'],
    ['openRuns', 'run-in-progress'],
    ['holds', 'legal-hold'],
  ] as const)('denies when %s could not be found out, whatever is acknowledged', (fact, code) => {
    const facts = harmlessFacts({ [fact]: undefined });

    expect(codesOf(facts, { phase: 'review', acknowledged: obstacleCodes })).toEqual([code]);
    expect(codesOf(facts, { phase: 'run', acknowledged: obstacleCodes })).toEqual([code]);
  });

  it('says nothing personal, and always what to do', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { says, remedy } of obstaclesFor(facts, review)) {
          expect(`${says} ${remedy}`).not.toMatch(/ada|king|lovelace|person-[78]|‹personal›/i);
          expect(says).toMatch(/^[A-Z].*\.$/);
          expect(remedy).toMatch(/^[A-Z].*\.$/);
        }
      }),
    );
  });
});
