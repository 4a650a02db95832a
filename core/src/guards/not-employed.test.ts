import { describe, expect, it } from '@jest/globals';
import { endUser, harmlessFacts } from '../testing/guard-facts.ts';
import { guardSettingsSchema } from './guard-settings.ts';
import { notEmployed } from './not-employed.ts';

describe('notEmployed', () => {
  const person = endUser({ kind: 'candidate', employed: true });
  const settings = (hired: string) => guardSettingsSchema.parse({ cases: { hired } });

  it('PI-12 keeps a candidate whom the host links to somebody who works here', () => {
    expect(notEmployed(harmlessFacts({ person })).map(({ code }) => code)).toEqual(['hired']);
    expect(notEmployed(harmlessFacts({ person: endUser({ employed: false }) }))).toEqual([]);
    expect(notEmployed(harmlessFacts())).toEqual([]);
  });

  it('lets an administrator decide otherwise', () => {
    expect(notEmployed(harmlessFacts({ person }))[0]?.acknowledgeable).toBe(undefined);
    expect(notEmployed(harmlessFacts({ person, settings: settings('acknowledged') }))[0]?.acknowledgeable).toBe(true);
    expect(notEmployed(harmlessFacts({ person, settings: settings('allowed') }))).toEqual([]);
  });
});
