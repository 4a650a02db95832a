import { describe, expect, it } from '@jest/globals';
import type { Person, PersonKind } from '../host.ts';
import { endUser } from '../testing/guard-facts.ts';
import { dossierOf } from '../testing/spots.ts';
import { chosenBy, choiceSchema } from './choice.ts';
import type { Choice } from './choice.ts';

const now = new Date('2026-06-30T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

function somebody(kind: PersonKind, changes: Partial<Person> = {}): Person {
  return endUser({ kind, active: false, lastActivity: daysAgo(400), ...changes });
}

/** How many of some people a choice takes. */
function taken(kinds: Choice['kinds'], people: readonly Person[]): number {
  const choice = choiceSchema.parse({ kinds, olderThan: 'all' });
  return people.filter((person) => chosenBy(choice, person, now) === 'chosen').length;
}

describe('a choice of many people', () => {
  const candidate = somebody('candidate');
  const gone = somebody('employee');
  const here = somebody('employee', { active: true });
  const fixture = [candidate, candidate, candidate, gone, gone, here, here];

  it.each<[string, Choice['kinds'], number]>([
    ['candidates', ['candidate'], 3],
    ['employees who left', ['employee'], 2],
    ['both', ['candidate', 'employee'], 5],
  ])('PI-09 takes %s, and never an employee who is still active', (_, kinds, expected) => {
    expect(taken(kinds, fixture)).toBe(expected);
    expect(chosenBy({ kinds, olderThan: 'all' }, here, now)).toBe(kinds.includes('employee') ? 'active' : undefined);
  });

  it.each([
    [29.9, 'recent'],
    [30, 'recent'],
    [30.1, 'chosen'],
  ])('PI-10 older than 30 days: what happened %s days ago is %s', (days, expected) => {
    const person = somebody('candidate', { lastActivity: daysAgo(days) });
    expect(chosenBy({ kinds: ['candidate'], olderThan: 30 }, person, now)).toBe(expected);
  });

  it('PI-10 takes today’s as well when everybody is asked for, and nobody whose age is unknown when it counts', () => {
    const { lastActivity: _, ...ageless } = somebody('candidate');
    expect(
      chosenBy({ kinds: ['candidate'], olderThan: 'all' }, somebody('candidate', { lastActivity: now }), now),
    ).toBe('chosen');
    expect(chosenBy({ kinds: ['candidate'], olderThan: 'all' }, ageless, now)).toBe('chosen');
    expect(chosenBy({ kinds: ['candidate'], olderThan: 30 }, ageless, now)).toBe('age-unknown');
  });

  it.each([[''], [0], [-1], [1.5], [Number.NaN], ['30'], [40_000]])(
    'PI-10 refuses %p as a number of days',
    (olderThan) => {
      expect(choiceSchema.safeParse({ kinds: ['candidate'], olderThan }).success).toBe(false);
    },
  );

  it('refuses a choice of no kind', () => {
    expect(choiceSchema.safeParse({ kinds: [], olderThan: 'all' }).success).toBe(false);
  });

  it.each<[string, Partial<Person>]>([
    [
      'one of whose cases is a hire',
      { cases: [dossierOf({ state: 'archived' }), dossierOf({ state: 'archived', hired: true })] },
    ],
    ['who is linked to an account of somebody who works here', { employed: true }],
  ])('PI-12 never takes a candidate %s', (_, changes) => {
    for (const olderThan of ['all', 1] as const)
      expect(chosenBy({ kinds: ['candidate'], olderThan }, somebody('candidate', changes), now)).toBe('hired');
  });

  it.each<[string, Partial<Person>, string]>([
    ['a case that is still open', { cases: [dossierOf({ state: 'open' })] }, 'case-open'],
    ['an interview to come', { cases: [dossierOf({ state: 'archived', interviewPending: true })] }, 'case-open'],
    ['a lead', { cases: [dossierOf({ state: 'open', lead: true })] }, 'lead'],
  ])('LV-06 leaves %s out and says why', (_, changes, expected) => {
    expect(chosenBy({ kinds: ['candidate'], olderThan: 'all' }, somebody('candidate', changes), now)).toBe(expected);
  });

  it.each<PersonKind>(['other', 'unknown'])('PI-17 leaves people of kind %s alone unless they are chosen', (kind) => {
    const person = somebody(kind);
    expect(chosenBy({ kinds: ['candidate', 'employee'], olderThan: 'all' }, person, now)).toBeUndefined();
    expect(chosenBy({ kinds: [kind], olderThan: 'all' }, person, now)).toBe('chosen');
  });
});
