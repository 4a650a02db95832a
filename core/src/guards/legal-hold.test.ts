import { describe, expect, it } from '@jest/globals';
import { harmlessFacts } from '../testing/guard-facts.ts';
import type { Hold } from './hold.ts';
import { legalHold } from './legal-hold.ts';

const hold: Hold = { person: 'person-7', reason: 'litigation', reviewOn: '2027-03-01' };

describe('legalHold', () => {
  it('has nothing against a person on whom there is none', () => {
    expect(legalHold(harmlessFacts({ holds: [{ ...hold, person: 'person-77' }] }))).toEqual([]);
  });

  it('keeps a held person, with the reason, the review date and who can help', () => {
    expect(legalHold(harmlessFacts({ holds: [hold] }))).toEqual([
      {
        code: 'legal-hold',
        says: "A legal hold keeps this person's data (litigation); its review is due on 2027-03-01.",
        remedy: 'Have whoever set the hold review it; once it is taken out of `holds` in the settings, review again.',
      },
    ]);
  });

  it('names every hold on the person', () => {
    const holds: readonly Hold[] = [hold, { ...hold, person: 'person-8' }, { ...hold, reason: 'audit' }];
    const says = legalHold(harmlessFacts({ holds })).map((obstacle) => obstacle.says);

    expect(says).toEqual([expect.stringContaining('(litigation)'), expect.stringContaining('(audit)')]);
  });

  it('denies as long as the holds are not known', () => {
    expect(legalHold(harmlessFacts({ holds: undefined }))).toEqual([
      {
        code: 'legal-hold',
        says: "It could not be found out whether a legal hold keeps this person's data.",
        remedy: 'See to it that the settings can be read, then review again.',
      },
    ]);
  });
});
