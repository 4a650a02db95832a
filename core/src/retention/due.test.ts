import { describe, expect, it } from '@jest/globals';
import type { Dossier, Person } from '../host.ts';
import { endUser } from '../testing/guard-facts.ts';
import { dossierOf } from '../testing/spots.ts';
import { mint } from '../testing/mint.ts';
import { dueNow } from './due.ts';

const now = new Date('2026-06-30T12:00:00Z');
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

function withConsent(until: string | undefined, changes: Partial<Dossier> = {}): Person {
  const consent = { contact: false, ...(until === undefined ? {} : { storeUntil: day(until) }) };
  return endUser({ kind: 'candidate', cases: [dossierOf({ id: mint('dossier', 'one'), consent, ...changes })] });
}

describe('what is due now', () => {
  it('LV-04 is a consent that ran out, for its case alone', () => {
    expect(dueNow(withConsent('2026-06-01'), {}, now)).toEqual([
      { because: 'consent-ended', since: day('2026-06-01'), only: 'one' },
    ]);
  });

  it('LV-04 is an erasure somebody asked for, today', () => {
    expect(dueNow(endUser(), { asked: true }, now)).toEqual([{ because: 'asked', since: now }]);
  });

  it('LV-04 is the time data may be kept, counted from what happened last', () => {
    const person = endUser({ lastActivity: day('2025-01-01') });
    expect(dueNow(person, { retentionDays: 365 }, now)).toEqual([
      { because: 'retention-reached', since: day('2026-01-01') },
    ]);
    expect(dueNow(person, { retentionDays: 600 }, now)).toEqual([]);
  });

  it.each([
    ['a consent that still holds', withConsent('2026-07-01')],
    ['a consent without an end', withConsent(undefined)],
    ['a hire’s consent', withConsent('2026-06-01', { hired: true })],
    ['a person nothing is known of', endUser()],
  ])('LV-04 is not %s', (_, person) => {
    expect(dueNow(person, {}, now)).toEqual([]);
  });

  it('names what the person asked for first', () => {
    const person = { ...withConsent('2026-06-01'), lastActivity: day('2020-01-01') };
    expect(dueNow(person, { asked: true, retentionDays: 30 }, now).map(({ because }) => because)).toEqual([
      'asked',
      'consent-ended',
      'retention-reached',
    ]);
  });
});
