import { describe, expect, it } from '@jest/globals';
import type { ReadyStep, SpotId, StepId } from '@lethe/core';
import { Personal } from '@lethe/core';
import { groupForRest } from './grouping.ts';
import { peopleWithout, valuesFor } from './values.ts';
import type { PlacedStep } from './values.ts';
import { placeOf } from '../place.ts';
import { ticketSchema } from '../schema.ts';

function step(spot: string, text?: string): ReadyStep {
  const after = text === undefined ? {} : { after: { form: 'plain', text: Personal.of(text) } as const };
  return { id: `step:${spot}` as StepId, spot: spot as SpotId, kind: 'dossier.field', verb: 'set', ...after };
}

function placed(...steps: readonly ReadyStep[]): readonly PlacedStep[] {
  return steps.map((one) => ({ step: one, place: placeOf(one.spot)! }));
}

describe('groups over REST', () => {
  it.each([
    ['all texts of a ticket go in one call', ['ticket:1/subject', 'ticket:1/field:6', 'ticket:1/choice:7'], 1],
    ['two tickets in two', ['ticket:1/subject', 'ticket:2/subject', 'ticket:1/field:6'], 2],
    ['all lists of people of a ticket in one', ['ticket:1/cc:7', 'ticket:1/admincc:7', 'ticket:1/role:1:7'], 1],
    ['an account is changed in one call, and disabled in another', ['user:1/access', 'user:1/Name', 'user:1/City'], 2],
  ])('%s', (_, spots, count) => {
    expect(groupForRest(spots.map((spot) => step(spot)))).toHaveLength(count);
  });

  it('name their calls in numbers and fixed words', () => {
    const calls = groupForRest(['ticket:1/subject', 'ticket:1/cc:7', 'user:2/access'].map((spot) => step(spot)));
    expect(calls.map(({ call }) => call)).toEqual(['change ticket 1', 'change people of ticket 1', 'disable user 2']);
  });
});

describe('new values', () => {
  it('are nothing at all for a field that is emptied, as RT makes a value of a blank text', () => {
    const steps = placed(
      step('ticket:1/subject', '[Anonymized]'),
      step('ticket:1/field:6', ''),
      step('ticket:1/choice:7', 'x'),
    );
    expect(valuesFor(steps)).toEqual({ Subject: '[Anonymized]', CustomFields: { 6: null, 7: null } });
  });

  it('leave everybody else on the lists of a ticket, by number', () => {
    const person = (id: number): unknown => ({ type: 'user', id });
    const ticket = ticketSchema.parse({
      ...{ id: 3, EffectiveId: '3', Queue: '1', Owner: '6', Creator: '47' },
      ...{ Requestor: [person(47)], Cc: [person(47), person(49)], AdminCc: [person(47)] },
      CustomRoles: { 'RT::CustomRole-1': [person(47), person(50)], 'RT::CustomRole-2': person(47) },
    });
    const steps = placed(step('ticket:3/cc:47'), step('ticket:3/admincc:47'), step('ticket:3/role:1:47'));
    expect(peopleWithout(ticket, steps)).toEqual({
      Cc: ['49'],
      AdminCc: [],
      CustomRoles: { 'RT::CustomRole-1': ['50'] },
    });
  });
});
