import { describe, expect, it } from '@jest/globals';
import { holdReasons, holdSchema } from './hold.ts';

const hold = { person: 'person-7', reason: 'litigation', reviewOn: '2027-03-01' };

describe('holdSchema', () => {
  it.each(holdReasons)('takes a hold for %s', (reason) => {
    expect(holdSchema.parse({ ...hold, reason })).toEqual({ ...hold, reason });
  });

  it.each(['7', 'lead:4f1c-22', `a${'1'.repeat(127)}`])('takes the id %s', (person) => {
    expect(holdSchema.parse({ ...hold, person }).person).toBe(person);
  });

  it.each(['', 'ada.king@lovelace.test', 'Ada King', `a${'1'.repeat(128)}`, 'ada\n'])(
    'refuses %j as an id',
    (person) => {
      const result = holdSchema.safeParse({ ...hold, person });

      expect(result.error?.issues[0]?.message).toBe("write the person's id in the host, not a name or an address");
    },
  );

  it.each([
    ['a reason in free text', { reason: 'She sued us.' }],
    ['a day that does not exist', { reviewOn: '2027-02-29' }],
    ['a field of its own', { note: 'She sued us.' }],
    ['no review date', { reviewOn: undefined }],
  ])('refuses %s', (_what, change) => {
    expect(holdSchema.safeParse({ ...hold, ...change }).success).toBe(false);
  });
});
