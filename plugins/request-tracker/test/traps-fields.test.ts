import { describe, expect, it } from '@jest/globals';
import { anonymize, holds } from './journeys.ts';
import { withDesk } from './desk.ts';
import { ways } from './fake.ts';
import type { Values } from './fake/rows.ts';
import type { Seed } from './fake/seed.ts';

const ticketFields = 'RT::Queue-RT::Ticket';

/** Present values of a field of a ticket. */
function valuesOf({ tracker }: Seed, ticket: number, name: string): readonly unknown[] {
  const found = tracker.fieldsOf({ type: 'RT::Ticket', id: ticket }).find(({ field }) => field.Name === name);
  return (found?.values ?? []).flatMap(({ Content, LargeContent }) => [LargeContent ?? Content ?? '']);
}

function fieldOn(seed: Seed, ticket: number, more: Values): (value: string) => void {
  const field = seed.field(ticketFields, 'Contact', more);
  return (value) => void seed.value({ type: 'RT::Ticket', id: ticket }, field, value);
}

describe.each(ways)('custom fields of Request Tracker $name', ({ inside }) => {
  it('a field that may not be blank gets a text: RT answers 200 to a blank one and changes nothing', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person, ticket }) => {
        await anonymize(host, person);
        const [value] = valuesOf(seed, ticket, 'Contact');
        expect(value).not.toMatch(/Quellstone/);
        expect(value).not.toBe('');
      },
      (seed, { ticket }) => {
        fieldOn(seed, ticket, { Pattern: '(?#Mandatory).' })('Ada Quellstone');
      },
    );
  });

  it('of a field with several values only those that name the person go', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person, ticket }) => {
        await anonymize(host, person);
        const values = valuesOf(seed, ticket, 'Contact').filter((value) => value !== '');
        expect(values).toContain('Cy Marsh');
        expect(values.join()).not.toMatch(/Quellstone/);
      },
      (seed, { ticket }) => {
        const add = fieldOn(seed, ticket, { MaxValues: 0 });
        for (const value of ['Cy Marsh', 'Ada Quellstone']) add(value);
      },
    );
  });

  it('a field that takes only certain values is emptied: a cut value would be none of them', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person, ticket }) => {
        await anonymize(host, person);
        expect(valuesOf(seed, ticket, 'Contact').join('')).toBe('');
      },
      (seed, { ticket }) => {
        fieldOn(seed, ticket, { Type: 'Select' })('Ada Quellstone');
      },
    );
  });

  it('a long value stands in a column of its own, and is cut there', async () => {
    await withDesk(
      inside,
      async ({ host, seed, person, ticket }) => {
        await anonymize(host, person);
        const [value] = valuesOf(seed, ticket, 'Contact');
        expect(value).toMatch(/^Ask Anonymized\. x+$/);
        expect(holds(seed, 'Ask Ada Quellstone.')).toBe(!inside);
      },
      (seed, { ticket }) => {
        const field = seed.field(ticketFields, 'Contact', { Type: 'Text' });
        const LargeContent = `Ask Ada Quellstone. ${'x'.repeat(300)}`;
        seed.value({ type: 'RT::Ticket', id: ticket }, field, { Content: null, LargeContent });
      },
    );
  });

  it('an emptied value counts as blank, and nothing is changed again', async () => {
    await withDesk(inside, async ({ host, seed, server, person }) => {
      await anonymize(host, person);
      const { length } = server.made.filter(({ isWrite }) => isWrite);
      expect((await anonymize(host, person)).review.plan.steps).toEqual([]);
      expect(server.made.filter(({ isWrite }) => isWrite)).toHaveLength(length);
      expect(seed.tracker.rows.where('ObjectCustomFieldValues', { Content: 'KD-1701', Disabled: 0 })).toEqual([]);
    });
  });
});
